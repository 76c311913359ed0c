import { FIRST_PHASE } from '../../domain/phase.ts';
import type { ReadableDb } from '../../store/db.ts';
import { lastAboutOfKind } from '../../store/queries/standing.ts';
import { rowNumbered } from '../../store/queries/timeline.ts';

/** When each phase was entered last, ms since 1970 UTC; the first began with the case. */
export function phaseTimes(db: ReadableDb): Map<string, number> {
  const times = new Map<string, number>();
  const begun = rowNumbered(db, 1)?.recorded;
  if (begun !== undefined) times.set(FIRST_PHASE, begun);
  for (const { about, recorded } of lastAboutOfKind(db, 'phase')) times.set(about, recorded);
  return times;
}
