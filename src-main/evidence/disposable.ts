import { CaseError } from '../domain/errors.ts';
import { entryWithId } from '../casework/read-entry.ts';
import type { ReadableDb } from '../store/db.ts';
import type { ExhibitRow } from '../store/queries/exhibit.ts';
import { labelOf } from './label.ts';
import { holdOf } from './hold.ts';
import { exhibitRetention, retentionGround } from './retention.ts';

/**
 * Nothing is disposed of while it is on hold or before its retention ends, whatever reason is given.
 * @param nowMs the device clock, ms since 1970 UTC
 * @throws CaseError `custody-impossible`
 */
export function requireDisposable(db: ReadableDb, row: ExhibitRow, nowMs: number): void {
  const exhibit = labelOf(row);
  const hold = holdOf(db, row.entry);
  if (hold.on) {
    const why = hold.why.length === 0 ? '' : ` (${hold.why.join('; ')})`;
    throw new CaseError('custody-impossible', {
      reason: `${exhibit} is on hold${why}, so it must not be disposed of.`,
      remedy: 'Take it off hold first, with a reason: `evidence hold … off --why`.',
    });
  }
  const ground = retentionGround(db);
  const { until } = exhibitRetention(db, entryWithId(db, row.entry), ground);
  if (until === null) {
    throw new CaseError('custody-impossible', {
      reason: `${exhibit} must not be disposed of: its time of retention has not begun, because ${NOT_BEGUN[ground.end.ended ? 'unreadable' : ground.end.why]}.`,
      remedy: 'Record the end of the incident first (`fact … ended TIME`); the time counts from there.',
    });
  }
  if (nowMs <= Date.parse(until)) {
    throw new CaseError('custody-impossible', {
      reason: `${exhibit} must not be disposed of: it is to be kept until ${until}.`,
      remedy: '`evidence retention` shows what may be released when.',
    });
  }
}

/** Why retention does not run, after “because”. */
export const NOT_BEGUN = {
  'not-ended': 'the incident has not ended',
  'in-conflict': 'the copies of this record disagree about the end of the incident',
  unreadable: 'the end of the incident is withheld or cannot be read',
} as const;
