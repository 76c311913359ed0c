import { writeFile } from 'node:fs/promises';
import type { ResponseOf } from '../contract/index.ts';
import { CaseError, isErrorCode } from '../domain/errors.ts';
import { asFileError } from '../domain/file-error.ts';
import type { CaseWindow } from './case-window.ts';
import { chooseForm } from './dialogs.ts';
import { printPage } from './print-page.ts';

/**
 * Asks where the chain-of-custody form of an exhibit, or of `all`, is to go, and writes it there: a page, or a PDF by
 * the ending of its name. The place comes from the person by a dialog, never from the page.
 * @throws CaseError what the engine refuses, and what the file system does
 */
export async function saveForm(window: CaseWindow, exhibit: string): Promise<ResponseOf<'form.save'>> {
  const named = await formOf(window, exhibit, 'page');
  const path = await chooseForm(window, `${named.name}.pdf`);
  if (path === null) return { path: null };
  const bytes = /\.html?$/iu.test(path)
    ? Buffer.from(named.html)
    : await printPage(await formOf(window, exhibit, 'paper'));
  try {
    await writeFile(path, bytes, { mode: 0o600, flush: true });
  } catch (error) {
    throw asFileError(error, path);
  }
  return { path };
}

async function formOf(
  window: CaseWindow,
  exhibit: string,
  use: 'page' | 'paper',
): Promise<ResponseOf<'custody.form'>> {
  const answer = await window.call('custody.form', { exhibit, for: use });
  if (answer.ok) return answer.data as ResponseOf<'custody.form'>;
  const { code, details } = answer.error;
  throw new CaseError(isErrorCode(code) ? code : 'bug', details);
}
