import { ask } from '../api/client.ts';
import { useCase } from './case.ts';
import { flushCorrection } from './correction.ts';
import { flushDraft } from './draft.ts';
import { useJobs } from './jobs.ts';
import { keepLook } from './last-look.ts';
import { leaveCase } from './leave-case.ts';
import { askAboutJob } from './lock-question.ts';
import { unsavedText, useNoteLine } from './note-line.ts';
import { savingDone } from './save-note.ts';
import { type LockedBy, showLocking } from './session.ts';

/** As long as a merge may hold a note up. */
const WAIT_FOR_NOTES = 2000;

let locking: Promise<void> | undefined;

async function lockThis(why: LockedBy, at: Date, everywhere: boolean): Promise<void> {
  askAboutJob(false);
  await savingDone(WAIT_FOR_NOTES);
  // The draft must be in the file before its engine ends; everything else may wait.
  await flushDraft();
  await flushCorrection();
  await keepLook();
  showLocking(true);
  leaveLocked(why, at);
  await ask('case.lock', { everywhere });
  showLocking(false);
}

/**
 * Locks the case: the draft is written, the key leaves memory, the window shows nothing of it. A job ends.
 * @param at since when nothing of it is in sight
 * @param everywhere every other window of the program, too
 */
export async function lockCase(why: LockedBy, at = new Date(), everywhere = false): Promise<void> {
  if (locking === undefined && useCase.getState().info !== null) {
    locking = lockThis(why, at, everywhere);
    await locking;
    locking = undefined;
    return;
  }
  if (!everywhere) return;
  // A key that is held has locked this case when it went down; the others are left.
  await locking;
  await ask('case.lock', { everywhere });
}

/** Locks by the person's wish; where that would end a job, they are asked first. */
export function askToLock(): void {
  if (useJobs.getState().jobs.length === 0) void lockCase('menu');
  else askAboutJob(true);
}

/** The shell has locked the case already; the engine is gone. */
export function caseWasLocked(why: LockedBy): void {
  if (locking !== undefined || useCase.getState().info === null) return;
  askAboutJob(false);
  leaveLocked(why, new Date());
}

/** What was typed stays in memory only where its draft could not be written: a volume that went, a full disk. */
function leaveLocked(why: LockedBy, at: Date): void {
  const state = useNoteLine.getState();
  const lastSaved = state.saved === null ? null : new Date(state.saved.recorded);
  const kept = state.draftError === null ? 'draft' : 'memory';
  const typed = unsavedText(state) === '' ? 'none' : kept;
  leaveCase({ kind: 'locked', why, at, lastSaved, typed }, typed === 'memory');
}

/** The engine ended by itself: what was typed stays in memory and on screen. */
export function engineEnded(reason: string): void {
  leaveCase({ kind: 'engine-ended', reason }, true);
}
