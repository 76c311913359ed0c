import { type Entry, textField } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import { append, step } from '../casework/append.ts';
import { entryWithId } from '../casework/read-entry.ts';
import type { WritingSession } from '../casework/session.ts';
import type { ReadableDb } from '../store/db.ts';
import { standingRows } from '../store/queries/standing.ts';
import { custodyOf } from './custody-events.ts';
import { findExhibit } from './find-exhibit.ts';

export interface HoldState {
  readonly on: boolean;
  /** The reasons of the holds that stand; withheld ones are left out. */
  readonly why: readonly string[];
  /** The entries that hold it. */
  readonly by: readonly Entry[];
  /** Several statements stand that did not know of each other. */
  readonly conflict: boolean;
}

/** Whether an exhibit is on hold: where statements are in conflict, the strictest counts. */
export function holdOf(db: ReadableDb, evidence: string): HoldState {
  const standing = standingRows(db, `hold/${evidence}`).map(({ entry }) => entryWithId(db, entry));
  const on = standing.filter((entry) => entry.fields['on'] !== false);
  return {
    on: on.length > 0,
    why: on.flatMap((entry) => textField(entry, 'why') ?? []),
    by: on,
    conflict: standing.length > 1,
  };
}

/**
 * Puts an exhibit on hold, or takes it off.
 * @throws CaseError `exhibit-unknown`; `custody-impossible` for one that was disposed of or is not on hold
 */
export function recordHold(
  session: WritingSession,
  given: { readonly exhibit: string; readonly on: boolean; readonly why: string },
): Entry {
  const { db } = session;
  const row = findExhibit(db, given.exhibit);
  const exhibit = row.label;
  const refuse = (reason: string, remedy: string): never => {
    throw new CaseError('custody-impossible', { reason, remedy });
  };
  if (given.on && custodyOf(db, row.entry).some(({ event }) => event === 'disposed')) {
    refuse(`The record says that ${exhibit} was disposed of, so it cannot be held.`, 'Nothing was recorded.');
  }
  if (!given.on && !holdOf(db, row.entry).on) {
    refuse(`The record says that ${exhibit} is not on hold.`, 'Nothing was recorded.');
  }
  return step(session, () =>
    append(session, 'hold', { evidence: row.entry, exhibit, on: given.on, why: given.why }),
  );
}
