import type { ErrorData } from '../../src-main/contract/error.ts';
import { ask } from '../api/client.ts';
import { fileName } from '../format/path.ts';
import { visibleName } from '../format/visible.ts';
import { en } from '../strings/en.ts';
import { sayDone } from './done.ts';

/** How a plan was written: not at all where no place was chosen, or the error says so. */
export type NextPlanDone = 'written' | 'not-chosen' | ErrorData;

/** Whether something is prepared on this device; an error counts as no: a file can be saved all the same. */
export async function isPrepared(): Promise<boolean> {
  const answer = await ask('preparation.show', {});
  return answer.ok && answer.data.path !== null;
}

/** Asks where the plan of the case with its improvements is to go, and writes it there. */
export async function saveNextPlan(): Promise<NextPlanDone> {
  const chosen = await ask('dialog.save-plan', {});
  if (!chosen.ok) return chosen.error;
  const { path } = chosen.data;
  if (path === null) return 'not-chosen';
  const answer = await ask('review.export', { path });
  if (!answer.ok) return answer.error;
  sayDone(en.review.nextPlan.savedFile(visibleName(fileName(path))));
  return 'written';
}

/** The plan of the preparation gets the improvements. */
export async function putIntoPreparation(): Promise<NextPlanDone> {
  const answer = await ask('review.into-preparation', {});
  if (!answer.ok) return answer.error;
  const { title, version } = answer.data;
  sayDone(en.review.nextPlan.savedIn(visibleName(title), version));
  return 'written';
}
