import type { ResponseOf } from '../contract/index.ts';
import { askEngine } from './ask-engine.ts';
import type { CaseWindow } from './case-window.ts';
import { chooseForm } from './dialogs.ts';
import { writeSheet } from './write-sheet.ts';

/**
 * Asks where the chain-of-custody form of an exhibit, or of `all`, is to go, and writes it there: a page, or a PDF by
 * the ending of its name. The place comes from the person by a dialog, never from the page.
 * @throws CaseError what the engine refuses, and what the file system does
 */
export async function saveForm(window: CaseWindow, exhibit: string): Promise<ResponseOf<'form.save'>> {
  const named = await askEngine(window, 'custody.form', { exhibit, for: 'page' });
  const path = await chooseForm(window, `${named.name}.pdf`, 'Save the form as');
  if (path === null) return { path: null };
  const written = await writeSheet(window, path, {
    page: async () => Promise.resolve(named),
    paper: async () => askEngine(window, 'custody.form', { exhibit, for: 'paper' }),
  });
  return { path: written === null ? null : path };
}
