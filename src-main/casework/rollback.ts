import type { CaseId } from '../domain/brands.ts';
import { fromHex, hex } from '../domain/bytes.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { localValue } from '../store/queries/local.ts';
import { countEntries, entryByHash, tips } from '../store/queries/entry.ts';
import { lastNumber, rowNumbered } from '../store/queries/timeline.ts';
import { seenOf, setSeen } from '../store/profile/seen.ts';

export interface OlderThanSeen {
  /** How many entries more this device had seen; at least 1. */
  readonly missing: number;
  /** When it saw them, UTC. */
  readonly seen: string;
}

/** A copy lives a life of its own beside the original that it was made from: each has its own newest head. */
const recordOf = (db: ReadableDb, caseId: string): string => `${caseId}/${localValue(db, 'series') ?? ''}`;

/** The head that this device saw last in this file or an identical one. */
export const lastHeadSeen = (profile: ReadableDb, db: ReadableDb, caseId: string): string | undefined =>
  seenOf(profile, recordOf(db, caseId))?.head;

/** Whether a file lacks what this device saw of the case last: a restored backup, or an end that was cut off. */
export function olderThanSeen(profile: ReadableDb, db: ReadableDb, caseId: string): OlderThanSeen | null {
  const seen = seenOf(profile, recordOf(db, caseId));
  if (seen === undefined || entryByHash(db, fromHex(seen.head)) !== undefined) return null;
  return { missing: Math.max(1, seen.entries - countEntries(db)), seen: seen.at };
}

/** Keeps the present end of the record in the profile; called after the case's commit. */
export function rememberHead(profile: WritableDb, db: ReadableDb, caseId: CaseId): void {
  const last = rowNumbered(db, lastNumber(db));
  const [tip] = tips(db);
  if (last === undefined || tip === undefined) return;
  setSeen(profile, recordOf(db, caseId), {
    head: hex(tip),
    entries: last.number,
    at: new Date(last.recorded).toISOString(),
  });
}
