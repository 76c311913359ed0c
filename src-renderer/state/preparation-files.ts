import type { ErrorData } from '../../src-main/contract/error.ts';
import { ask } from '../api/client.ts';
import { fileName } from '../format/path.ts';
import { visibleName } from '../format/visible.ts';
import { en } from '../strings/en.ts';
import { sayDone } from './done.ts';
import { createCase } from './open.ts';
import { showPreparationError, writePreparation } from './preparation.ts';

/** Asks where a sheet is to go and writes it there. */
export async function saveSheet(sheet: 'grab' | 'contacts'): Promise<void> {
  const answer = await ask('preparation-sheet.save', { sheet });
  if (!answer.ok) showPreparationError(answer.error);
  else if (answer.data.path !== null) {
    sayDone(en.preparation.saved.sheet(visibleName(fileName(answer.data.path))));
  }
}

/** Takes the file of a plan in, as the next version. */
export async function importPlan(): Promise<void> {
  const chosen = await ask('dialog.plan', {});
  if (!chosen.ok || chosen.data.path === null) return;
  const { path } = chosen.data;
  const name = visibleName(fileName(path));
  showPreparationError(
    await writePreparation('preparation.import-plan', { path }, en.preparation.saved.imported(name)),
  );
}

/** Writes the plan into a file that another laptop takes in. */
export async function exportPlan(): Promise<void> {
  const chosen = await ask('dialog.save-plan', {});
  if (!chosen.ok || chosen.data.path === null) return;
  const answer = await ask('preparation.export-plan', { path: chosen.data.path });
  if (!answer.ok) showPreparationError(answer.error);
  else sayDone(en.preparation.saved.exported(visibleName(fileName(answer.data.path))));
}

/** Begins a practice case with six words of its own, in the folder of all cases. */
export async function beginDrill(title: string): Promise<ErrorData | null> {
  const defaults = await ask('case.defaults', {});
  if (!defaults.ok) return defaults.error;
  const place = await ask('case.place', { title, folder: defaults.data.folder });
  if (!place.ok) return place.error;
  const suggested = await ask('passphrase.suggest', {});
  if (!suggested.ok) return suggested.error;
  const { words } = suggested.data;
  const passphrase = words.join(' ');
  return createCase({
    path: place.data.path,
    title,
    passphrase,
    words,
    known: {},
    files: [],
    practice: true,
  });
}
