import { CaseError } from '../domain/errors.ts';
import { zonedText } from '../domain/time/zoned-text.ts';
import { zoneOf } from '../casework/case-facts.ts';
import { entryWithId } from '../casework/read-entry.ts';
import type { ReadableDb } from '../store/db.ts';
import type { ExhibitRow } from '../store/queries/exhibit.ts';
import { holdOf } from './hold.ts';
import { exhibitRetention, retentionGround } from './retention.ts';

/**
 * Nothing is disposed of while it is on hold or before its retention ends, whatever reason is given.
 * @param nowMs the device clock, ms since 1970 UTC
 * @throws CaseError `custody-impossible`
 */
export function requireDisposable(db: ReadableDb, row: ExhibitRow, nowMs: number): void {
  const exhibit = row.label;
  const hold = holdOf(db, row.entry);
  if (hold.on) {
    const why = hold.why.length === 0 ? '' : ` (${hold.why.join('; ')})`;
    throw new CaseError('custody-impossible', {
      reason: `${exhibit} is on hold${why}, so it must not be disposed of.`,
      remedy: 'Take it off hold first, with a reason.',
      cli: '`evidence hold CASE EXHIBIT off --why W` does it.',
    });
  }
  const { until, undecided } = exhibitRetention(db, entryWithId(db, row.entry), retentionGround(db));
  if (until === null) {
    throw new CaseError('custody-impossible', {
      reason: `${exhibit} must not be disposed of: its time of retention has not begun, because ${undecided ?? ''}.`,
      remedy: 'Record the end of the incident first; the time counts from there.',
      cli: '`fact CASE ended TIME` does it.',
    });
  }
  if (nowMs <= Date.parse(until)) {
    throw new CaseError('custody-impossible', {
      reason: `${exhibit} must not be disposed of: it is to be kept until ${zonedText(until, zoneOf(db))}.`,
      remedy: 'Nothing can shorten that.',
      cli: '`evidence retention` shows what may be released when.',
    });
  }
}
