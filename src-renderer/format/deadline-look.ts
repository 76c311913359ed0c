import type { DeadlineView } from '../../src-main/contract/plan.ts';
import { soonAt } from '../../src-main/domain/plan/soon.ts';

/** Neutral; near; late until it is recorded; met. */
export type Look = 'calm' | 'soon' | 'late' | 'met';

/** How a deadline looks at an instant, ms since 1970 UTC. */
export function lookOf({ state, due, started }: DeadlineView, now: number): Look {
  if (state !== 'running' && state !== 'overdue') return 'met';
  if (now > Date.parse(due)) return 'late';
  return now >= soonAt({ due, started }) ? 'soon' : 'calm';
}

/** The one that is shown: the one that is late longest, else the one that comes next, else the last that was met. */
export function nextOf(deadlines: readonly DeadlineView[]): DeadlineView | undefined {
  const open = deadlines.filter(({ state }) => state === 'running' || state === 'overdue');
  return open.toSorted((a, b) => a.due.localeCompare(b.due))[0] ?? deadlines.at(-1);
}
