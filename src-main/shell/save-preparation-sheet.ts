import type { ResponseOf } from '../contract/index.ts';
import { askEngine } from './ask-engine.ts';
import type { CaseWindow } from './case-window.ts';
import { chooseForm } from './dialogs.ts';
import { writeSheet } from './write-sheet.ts';

/**
 * Asks where a sheet of the preparation is to go, and writes it there and nowhere else.
 * @throws CaseError what the engine refuses, and what the file system does
 */
export async function savePreparationSheet(
  window: CaseWindow,
  sheet: 'grab' | 'contacts',
): Promise<ResponseOf<'preparation-sheet.save'>> {
  const path = await chooseForm(window, `${sheet}-sheet.pdf`, 'Save the sheet as');
  if (path === null) return { path: null };
  const written = await writeSheet(window, path, {
    page: async () => askEngine(window, 'preparation.sheet', { sheet, for: 'page' }),
    paper: async () => askEngine(window, 'preparation.sheet', { sheet, for: 'paper' }),
  });
  return { path: written === null ? null : path };
}
