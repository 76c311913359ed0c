import type { ErrorData } from '../../src-main/contract/error.ts';
import { ask } from '../api/client.ts';
import { useCase } from './case.ts';
import { flushCorrection } from './correction.ts';
import { flushDraft } from './draft.ts';
import { openCorrect, useEntryAction } from './entry-action.ts';
import { goesOn, useJobs } from './jobs.ts';
import { lockCase } from './lock.ts';
import { askAboutJob } from './lock-question.ts';
import { type LockedBy, showScreen, useSession } from './session.ts';
import { useTimeline, wish } from './timeline.ts';

/**
 * Takes the case out of sight. While a job goes on, its engine does so behind a curtain, and the case is locked when the
 * job has ended; without one it is locked at once.
 */
export async function hideCase(why: LockedBy): Promise<void> {
  const { info } = useCase.getState();
  const { screen } = useSession.getState();
  if (info === null || screen.kind !== 'case') return;
  if (!goesOn(useJobs.getState())) {
    await lockCase(why);
    return;
  }
  askAboutJob(false);
  // The page first: what can be read over a shoulder does not wait for the disk.
  showScreen({ kind: 'curtain', path: info.path, why, at: new Date() });
  await flushDraft();
  await flushCorrection();
}

/** Locks for real when the last job behind the curtain has ended. */
export function watchCurtain(): void {
  useJobs.subscribe((state) => {
    const { screen } = useSession.getState();
    if (!goesOn(state) && screen.kind === 'curtain') void lockCase(screen.why, screen.at);
  });
}

/** Comes back through the curtain. Returns why not, or null. */
export async function openCurtain(passphrase: string): Promise<ErrorData | null> {
  const answer = await ask('case.prove', { passphrase });
  if (!answer.ok) return answer.error;
  // The job may have ended while the passphrase was derived: then the case is locked already.
  if (useSession.getState().screen.kind !== 'curtain') return null;
  showScreen({ kind: 'case' });
  const { following, topIndex } = useTimeline.getState();
  if (!following) wish(topIndex, 'start');
  const { action } = useEntryAction.getState();
  if (action?.kind === 'correct') await openCorrect(action.entry);
  return null;
}
