import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ResponseOf } from '../contract/index.ts';
import { askEngine } from './ask-engine.ts';
import type { CaseWindow } from './case-window.ts';
import { chooseForm } from './dialogs.ts';
import { writeSheet } from './write-sheet.ts';

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
  const take = async (form: 'page' | 'paper') => askEngine(window, 'document.take', { document, for: form });
  const bytes = await writeSheet(window, path, {
    page: async () => take('page'),
    paper: async () => take('paper'),
  });
  if (bytes === null) return { path: null, size: 0, sha256: '' };
  const format = /\.html?$/iu.test(path) ? 'html' : 'pdf';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const made = { size: bytes.length, sha256 };
  if (record) await askEngine(window, 'document.record', { document, format, file: basename(path), ...made });
  return { path, ...made };
}
