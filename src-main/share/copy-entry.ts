import { fromHex } from '../domain/bytes.ts';
import type { Entry } from '../domain/entry.ts';
import { rowsOf } from '../domain/projection/rows.ts';
import { subjectsOf } from '../domain/projection/subject.ts';
import { readEntry } from '../casework/read-entry.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { type EntryRow, fieldsOf, insertEntry, insertField, moveTips } from '../store/queries/entry.ts';
import { insertProjected } from '../store/queries/projection.ts';
import { timelineRowOf } from '../store/queries/timeline.ts';
import type { Redaction } from './redaction.ts';

export interface Copied {
  /** Without what was left out. */
  readonly entry: Entry;
  /** Its number in the total order. */
  readonly number: number;
  /** Fields that were left out. */
  readonly gone: number;
}

/** Copies an entry with the rows that follow from what is not left out of it. */
export function copyEntry(
  source: ReadableDb,
  target: WritableDb,
  row: EntryRow,
  { leavesOut }: Redaction,
): Copied {
  insertEntry(target, row);
  const whole = readEntry(source, row);
  const { id, header } = whole;
  const gone = (field: string): boolean => leavesOut(id, header.kind, field);
  let left = 0;
  for (const field of fieldsOf(source, row.hash)) {
    if (gone(field.name)) left += 1;
    else insertField(target, field);
  }
  const fields = Object.fromEntries(Object.entries(whole.fields).filter(([name]) => !gone(name)));
  const entry = { ...whole, fields };
  moveTips(
    target,
    header.parents.map((parent) => fromHex(parent)),
    row.hash,
  );
  const number = timelineRowOf(source, id)?.number ?? 0;
  for (const projected of rowsOf(entry, number)) insertProjected(target, projected);
  return { entry, number, gone: left };
}

/** Slots that an entry takes, as it was copied: the name of one may be a word that was left out. */
export const slotsOf = (entry: Entry): string[] => subjectsOf(entry).flatMap(({ slot }) => slot ?? []);

export const takesSlot = (entry: Entry, slot: string): boolean => slotsOf(entry).includes(slot);
