import { basename } from 'node:path';
import type { ResponseOf } from '../contract/index.ts';
import { askEngine } from './ask-engine.ts';
import type { CaseWindow } from './case-window.ts';
import { chooseForm } from './dialogs.ts';
import { writeSheet } from './write-sheet.ts';

/**
 * Asks where the key sheet of a case is to go, and writes it there and nowhere else: no temporary file, no list.
 * @param casePath of the case that the words open; only its name stands on the sheet
 * @throws CaseError what the file system refuses
 */
export async function saveKeySheet(
  window: CaseWindow,
  casePath: string,
  words: readonly string[],
): Promise<ResponseOf<'key-sheet.save'>> {
  const path = await chooseForm(window, 'key-sheet.pdf', 'Save the key sheet as');
  if (path === null) return { path: null };
  const file = basename(casePath);
  const written = await writeSheet(window, path, {
    page: async () => askEngine(window, 'passphrase.sheet', { file, words: [...words], for: 'page' }),
    paper: async () => askEngine(window, 'passphrase.sheet', { file, words: [...words], for: 'paper' }),
  });
  return { path: written === null ? null : path };
}
