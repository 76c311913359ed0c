import type { Entry } from '../domain/entry.ts';
import { rowsOf } from '../domain/projection/rows.ts';
import { subjectsOf } from '../domain/projection/subject.ts';
import type { RawEntry } from '../domain/record/check-batch.ts';
import { entryOf } from '../casework/read-entry.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { insertEntry, insertField } from '../store/queries/entry.ts';
import { insertProjected } from '../store/queries/projection.ts';
import type { Redaction } from './redaction.ts';

export interface Copied {
  /** Without what was left out. */
  readonly entry: Entry;
  /** Its number in the total order. */
  readonly number: number;
  /** Fields that were left out. */
  readonly gone: number;
}

/**
 * Copies an entry with the rows that follow from what is not left out of it; not the ends of the record, which are known
 * when all are there.
 * @param source the file that it was read from
 * @throws CaseError `file-damaged` where its row is not readable
 */
export function copyEntry(
  source: Pick<ReadableDb, 'path'>,
  target: WritableDb,
  raw: RawEntry,
  { leavesOut }: Redaction,
): Copied {
  insertEntry(target, raw);
  const whole = entryOf(
    source,
    raw,
    raw.fields.map(([name, , value]) => ({ name, value })),
  );
  const { id, header } = whole;
  const gone = (field: string): boolean => leavesOut(id, header.kind, field);
  let left = 0;
  for (const [name, salt, value, digest] of raw.fields) {
    if (gone(name)) left += 1;
    else insertField(target, { entry: raw.hash, name, salt, value, digest });
  }
  const fields = Object.fromEntries(Object.entries(whole.fields).filter(([name]) => !gone(name)));
  const entry = { ...whole, fields };
  const number = raw.number ?? 0;
  for (const projected of rowsOf(entry, number)) insertProjected(target, projected);
  return { entry, number, gone: left };
}

/** Slots that an entry takes, as it was copied: the name of one may be a word that was left out. */
export const slotsOf = (entry: Entry): string[] => subjectsOf(entry).flatMap(({ slot }) => slot ?? []);
