import type { DeadlineView } from '../../../src-main/contract/plan.ts';

/** Neutral; near; late until it is recorded; met. */
export type Look = 'calm' | 'soon' | 'late' | 'met';

/** From here on it is near: two hours, or the last tenth of its span where that is shorter, ms. */
const SOON = 2 * 60 * 60 * 1000;

/** How a deadline looks at an instant, ms since 1970 UTC. */
export function lookOf({ state, due, started }: DeadlineView, now: number): Look {
  if (state !== 'running' && state !== 'overdue') return 'met';
  const left = Date.parse(due) - now;
  if (left < 0) return 'late';
  const span = Date.parse(due) - Date.parse(started);
  return left <= Math.min(SOON, span / 10) ? 'soon' : 'calm';
}

/** The one that is shown: the one that is late longest, else the one that comes next, else the last that was met. */
export function nextOf(deadlines: readonly DeadlineView[]): DeadlineView | undefined {
  const open = deadlines.filter(({ state }) => state === 'running' || state === 'overdue');
  return open.toSorted((a, b) => a.due.localeCompare(b.due))[0] ?? deadlines.at(-1);
}
