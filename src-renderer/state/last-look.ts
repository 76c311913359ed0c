import { ask } from '../api/client.ts';
import { useCase } from './case.ts';
import { loadEnd, useTimeline } from './timeline.ts';
import { isNarrowed } from './timeline-filter.ts';

/** True after a merge: what came in stands anywhere in the list, and nobody has looked at it by looking at the end. */
let cameIn = false;

export function otherEntriesCame(): void {
  cameIn = true;
}

export function forgetLook(): void {
  cameIn = false;
}

/** Says that everything which is in the file now was looked at. */
export async function markLooked(): Promise<void> {
  if (useCase.getState().info?.readOnly !== false) return;
  const answer = await ask('timeline.look', {});
  if (!answer.ok) return;
  cameIn = false;
  await loadEnd(true);
}

/** When the case is left: whoever had the newest entries before them has looked. */
export async function keepLook(): Promise<void> {
  const { info, section } = useCase.getState();
  const { following, loaded, filter } = useTimeline.getState();
  if (info === null || info.readOnly || section !== 'timeline') return;
  if (loaded && following && !isNarrowed(filter) && !cameIn) await ask('timeline.look', {});
}
