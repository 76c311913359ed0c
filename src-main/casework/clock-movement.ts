import { utcIso } from '../domain/brands.ts';
import type { FieldsOf } from '../domain/kinds/index.ts';
import type { WritingSession } from './session.ts';

/** Steps that the record must show (architecture.md): 2 s backwards, 5 s forwards beyond the time that passed. */
const BACKWARDS = 2000;
const FORWARDS = 5000;

/**
 * Whether the device clock moved since the writer's last entry, or, at its first, ran back behind the last
 * entry of the same key. Null where it did not.
 * @param now device clock, ms UTC; @param monotonic ms since the process started
 * @param lastOfKey `recorded` of the key's last entry by an earlier writer, ms UTC
 */
export function clockMovement(
  session: Pick<WritingSession, 'last'>,
  now: number,
  monotonic: number,
  lastOfKey: number | null,
): FieldsOf<'clock-moved'> | null {
  if (session.last !== null) {
    const elapsed = monotonic - session.last.monotonic;
    const moved = now - session.last.recorded - elapsed;
    if (moved >= -BACKWARDS && moved <= FORWARDS) return null;
    return {
      before: utcIso(session.last.recorded),
      after: utcIso(now),
      moved_ms: moved,
      elapsed_ms: elapsed,
    };
  }
  if (lastOfKey === null || now >= lastOfKey - BACKWARDS) return null;
  return { before: utcIso(lastOfKey), after: utcIso(now), moved_ms: now - lastOfKey };
}
