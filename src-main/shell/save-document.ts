import { createHash, randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ResponseOf } from '../contract/index.ts';
import { asFileError } from '../domain/file-error.ts';
import { askEngine } from './ask-engine.ts';
import type { CaseWindow } from './case-window.ts';
import { chooseForm } from './dialogs.ts';
import { printPage } from './print-page.ts';

/**
 * Asks where the document that was made last is to go, and writes it there, whole or not at all. The place comes from
 * the person by a dialog, never from the page.
 * @throws CaseError what the engine refuses, and what the file system does
 */
export async function saveDocument(
  window: CaseWindow,
  { document, name, record }: { readonly document: string; readonly name: string; readonly record: boolean },
): Promise<ResponseOf<'document.save'>> {
  const path = await chooseForm(window, `${name}.pdf`, 'Save the document as');
  if (path === null) return { path: null, size: 0, sha256: '' };
  const format = /\.html?$/iu.test(path) ? 'html' : 'pdf';
  const page = await askEngine(window, 'document.take', {
    document,
    for: format === 'html' ? 'page' : 'paper',
  });
  const bytes = format === 'html' ? Buffer.from(page.html) : await printPage(page);
  await writeWhole(path, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const made = { size: bytes.length, sha256 };
  if (record) await askEngine(window, 'document.record', { document, format, file: basename(path), ...made });
  return { path, ...made };
}

/** Beside it first: a file that was there stays until the new one is whole. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    await writeFile(beside, bytes, { mode: 0o600, flush: true });
    await rename(beside, path);
  } catch (error) {
    throw asFileError(error, path);
  } finally {
    await rm(beside, { force: true });
  }
}
