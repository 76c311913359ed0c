import { fromHex } from '../domain/bytes.ts';
import type { Entry } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import type { KindName } from '../domain/kinds/index.ts';
import { LIMITS } from '../domain/limits.ts';
import { rowsOf } from '../domain/projection/rows.ts';
import { goesOnAfterSeal } from '../domain/sealed.ts';
import { subjectsOf } from '../domain/projection/subject.ts';
import type { ReadableDb } from '../store/db.ts';
import { authorOf } from '../store/queries/author.ts';
import {
  insertEntry,
  insertField,
  lastHeaderOf,
  lastOfWriter,
  moveTips,
  tips,
} from '../store/queries/entry.ts';
import { insertProjected } from '../store/queries/projection.ts';
import { takeSlot } from '../store/queries/standing.ts';
import { lastNumber } from '../store/queries/timeline.ts';
import { clockMovement } from './clock-movement.ts';
import { isSealed } from './is-sealed.ts';
import { type FieldsGiven, makeEntry } from './make-entry.ts';
import type { WritingSession } from './session.ts';

/**
 * Appends one entry, signed and chained to all present tips, with the rows that follow from it. Call it inside
 * a transaction: the entry is acknowledged when that returns.
 * @returns the entry, as it now stands in the file
 * @throws CaseError `case-sealed`, `text-not-unicode`, `too-large`, `too-many-ends`, and what the file refuses
 */
export function append<Name extends KindName>(
  session: WritingSession,
  kind: Name,
  given: FieldsGiven<Name>,
): Entry {
  let recorded = session.clock.now();
  let monotonic = session.clock.monotonic();
  const moved = clockMovement(session, recorded, monotonic, lastRecordedOf(session));
  if (moved !== null && kind !== 'clock-moved' && kind !== 'case') {
    session.last = { recorded, monotonic };
    append(session, 'clock-moved', moved);
    // The clock went on while that entry was signed: this one is later, never earlier.
    recorded = session.clock.now();
    monotonic = session.clock.monotonic();
  }
  if (!goesOnAfterSeal(kind) && isSealed(session.db)) throw new CaseError('case-sealed');
  const parents = joinableTips(session.db);
  const { entry, row, fields } = makeEntry(session, kind, given, { recorded, monotonic, parents });
  const { hash } = row;
  insertEntry(session.db, row);
  for (const field of fields) insertField(session.db, { entry: hash, ...field });
  moveTips(session.db, parents, hash);
  const number = lastNumber(session.db) + 1;
  for (const row of rowsOf(entry, number)) insertProjected(session.db, row);
  for (const { slot } of subjectsOf(entry)) if (slot !== null) takeSlot(session.db, slot, number);
  session.n = row.n;
  session.last = { recorded, monotonic };
  return entry;
}

/**
 * The ends of the record, which the next entry follows.
 * @throws CaseError `too-many-ends`: a merge never makes such a record (engine/merge/merge.ts)
 */
export function joinableTips(db: ReadableDb): Uint8Array[] {
  const ends = tips(db);
  if (ends.length <= LIMITS.parents) return ends;
  throw new CaseError('too-many-ends', {
    what: db.path,
    ends: ends.length,
    limit: LIMITS.parents,
    remedy: 'Nothing can be written into it. Take another copy of the case.',
  });
}

/**
 * Runs a business step: all its entries are durable when it returns, or none is.
 * @param first what is done in the same transaction before the writer's first entry
 */
export function step<Result>(
  session: WritingSession,
  work: () => Result,
  first: () => void = () => {},
): Result {
  const before = { n: session.n, last: session.last };
  try {
    return session.db.transaction(() => {
      first();
      // A key says whose it is before it writes anything else.
      if (session.n === 0 && !isIntroduced(session)) introduce(session);
      return work();
    });
  } catch (error) {
    // The numbers of entries that were rolled back are free again. Where only the last sync of a commit failed, the
    // entries are in the file although nobody may promise that they stay there: then their numbers are taken.
    if (writtenBy(session) !== session.n) {
      session.n = before.n;
      session.last = before.last;
    }
    throw error;
  }
}

/** Entries of this writer in the file; null where it cannot be read now. */
function writtenBy(session: WritingSession): number | null {
  try {
    return lastOfWriter(session.db, fromHex(session.signer.key), fromHex(session.writer));
  } catch (error) {
    if (error instanceof CaseError) return null;
    throw error;
  }
}

/** Whether the record knows the signer's key by its present name and role. What was withheld of them stays so. */
export function isIntroduced({ db, signer: { key, name, role } }: WritingSession): boolean {
  const known = authorOf(db, key);
  if (known === undefined) return false;
  return (known.name ?? name) === name && (known.role ?? role) === role;
}

/** The signer's key says whose it is: its first entry, but for the founder's `case`, and again under another name. */
export function introduce(session: WritingSession): Entry {
  return append(session, 'author', introduction(session));
}

export function introduction({ db, signer }: WritingSession): FieldsGiven<'author'> {
  const { key, name, role, device } = signer;
  const old = authorOf(db, key)?.name ?? undefined;
  return { name, role, device, public_key: key, before: old === name ? undefined : old };
}

function lastRecordedOf(session: WritingSession): number | null {
  if (session.n > 0) return null;
  const header = lastHeaderOf(session.db, fromHex(session.signer.key));
  if (header === undefined) return null;
  const { recorded } = JSON.parse(Buffer.from(header).toString('utf8')) as { recorded: string };
  return Date.parse(recorded);
}
