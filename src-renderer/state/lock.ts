import { ask } from '../api/client.ts';
import { useCase } from './case.ts';
import { flushCorrection } from './correction.ts';
import { flushDraft } from './draft.ts';
import { keepLook } from './last-look.ts';
import { leaveCase } from './leave-case.ts';
import { unsavedText, useNoteLine } from './note-line.ts';
import { savingDone } from './save-note.ts';
import { showLocking } from './session.ts';

/** As long as a merge may hold a note up. */
const WAIT_FOR_NOTES = 2000;

let locking = false;

/** Locks the case: the draft is written, the key leaves memory, the window shows nothing of it. */
export async function lockCase(why: 'menu' | 'suspend' | 'screen-lock'): Promise<void> {
  if (locking || useCase.getState().info === null) return;
  locking = true;
  await savingDone(WAIT_FOR_NOTES);
  const state = useNoteLine.getState();
  const draft = unsavedText(state) !== '';
  const lastSaved = state.saved === null ? null : new Date(state.saved.recorded);
  // The draft must be in the file before its engine ends; everything else may wait.
  await flushDraft();
  await flushCorrection();
  await keepLook();
  showLocking(true);
  leaveCase({ kind: 'locked', why, at: new Date(), lastSaved, draft }, false);
  await ask('case.lock', {});
  showLocking(false);
  locking = false;
}

/** The shell has locked the case already; the engine is gone. */
export function caseWasLocked(why: 'menu' | 'suspend' | 'screen-lock'): void {
  if (locking || useCase.getState().info === null) return;
  const state = useNoteLine.getState();
  const lastSaved = state.saved === null ? null : new Date(state.saved.recorded);
  const draft = unsavedText(state) !== '';
  leaveCase({ kind: 'locked', why, at: new Date(), lastSaved, draft }, false);
}

/** The engine ended by itself: what was typed stays in memory and on screen. */
export function engineEnded(reason: string): void {
  leaveCase({ kind: 'engine-ended', reason }, true);
}
