import type { ResponseOf } from '../contract/index.ts';
import { askEngine } from './ask-engine.ts';
import type { CaseWindow } from './case-window.ts';
import { chooseForm } from './dialogs.ts';
import { writeSheet } from './write-sheet.ts';

/**
 * Asks where the page of the last hand-over is to go, and writes it there. The place comes from the person by a dialog.
 * @throws CaseError what the engine refuses, and what the file system does
 */
export async function saveHandover(window: CaseWindow): Promise<ResponseOf<'handover.save'>> {
  const named = await askEngine(window, 'handover.page', { for: 'page' });
  const path = await chooseForm(window, `${named.name}.pdf`, 'Save the hand-over as');
  if (path === null) return { path: null };
  const written = await writeSheet(window, path, {
    page: async () => Promise.resolve(named),
    paper: async () => askEngine(window, 'handover.page', { for: 'paper' }),
  });
  return { path: written === null ? null : path };
}
