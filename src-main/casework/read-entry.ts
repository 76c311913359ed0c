import { type EntryId, isEntryId } from '../domain/brands.ts';
import { fromHex } from '../domain/bytes.ts';
import { type Json, parseCanonical } from '../domain/canonical.ts';
import type { Entry } from '../domain/entry.ts';
import { entryIdOf } from '../domain/entry-hash.ts';
import { CaseError } from '../domain/errors.ts';
import { type Header, parseHeader } from '../domain/header.ts';
import type { ReadableDb } from '../store/db.ts';
import {
  type EntryRow,
  type FieldRow,
  entriesByHashes,
  entryByHash,
  fieldsOf,
  fieldsOfMany,
  hashesStartingWith,
} from '../store/queries/entry.ts';

/**
 * An entry with those of its fields that are there.
 * @throws CaseError `file-damaged` where its row is not readable; `verify` says more
 */
export const readEntry = (db: ReadableDb, row: EntryRow): Entry => entryOf(db, row, fieldsOf(db, row.hash));

/**
 * The same of rows that were read already.
 * @param file where they stand
 */
export function entryOf(
  file: Pick<ReadableDb, 'path'>,
  row: Pick<EntryRow, 'seq' | 'hash' | 'header'>,
  rows: readonly Pick<FieldRow, 'name' | 'value'>[],
): Entry {
  const header = headerOf(file, row);
  const fields: Record<string, Json> = {};
  for (const { name, value } of rows) {
    const read = parseCanonical(value);
    if (read === undefined) throw unreadable(file, row, `field ${name}`);
    fields[name] = read;
  }
  return { id: entryIdOf(row.hash), header, fields };
}

/** @throws CaseError `file-damaged` */
export function headerOf(file: Pick<ReadableDb, 'path'>, row: Pick<EntryRow, 'seq' | 'header'>): Header {
  const header = parseHeader(Buffer.from(row.header).toString('utf8'));
  if (typeof header === 'string') throw unreadable(file, row, header);
  return header;
}

const unreadable = (file: Pick<ReadableDb, 'path'>, row: Pick<EntryRow, 'seq'>, what: string): CaseError =>
  new CaseError('file-damaged', {
    path: file.path,
    reason: `entry in row ${row.seq} is not readable (${what}).`,
  });

/** Entries that were read together for the work that runs now. */
let atHand: { readonly db: ReadableDb; readonly entries: ReadonlyMap<string, Entry> } | null = null;

/**
 * Runs work that asks for these entries again and again; they are read once, all of them by two queries. The work must
 * not write, and must be done when it returns: a field that is withheld later stays in sight no longer than that.
 */
export function withEntries<Result>(db: ReadableDb, ids: readonly string[], work: () => Result): Result {
  const fields = new Map<string, FieldRow[]>();
  for (const row of fieldsOfMany(db, ids)) {
    const id = entryIdOf(row.entry);
    const own = fields.get(id);
    if (own === undefined) fields.set(id, [row]);
    else own.push(row);
  }
  const entries = new Map<string, Entry>();
  for (const row of entriesByHashes(db, ids)) {
    const id = entryIdOf(row.hash);
    entries.set(id, entryOf(db, row, fields.get(id) ?? []));
  }
  atHand = { db, entries };
  try {
    return work();
  } finally {
    atHand = null;
  }
}

export function entryWithId(db: ReadableDb, id: string): Entry {
  const known = atHand?.db === db ? atHand.entries.get(id) : undefined;
  if (known !== undefined) return known;
  // A view that was tampered with may name anything.
  const row = isEntryId(id) ? entryByHash(db, fromHex(id)) : undefined;
  if (row === undefined) throw new CaseError('entry-unknown', { entry: id });
  return readEntry(db, row);
}

/**
 * The full id of an entry named by a unique prefix of at least 8 digits.
 * @throws CaseError `entry-unknown`, `entry-ambiguous`
 */
export function findEntry(db: ReadableDb, digits: string): EntryId {
  const prefix = digits.trim().toLowerCase();
  if (!/^[0-9a-f]{8,64}$/.test(prefix)) throw new CaseError('entry-unknown', { entry: digits });
  const [only, second] = hashesStartingWith(db, prefix);
  if (only === undefined) throw new CaseError('entry-unknown', { entry: digits });
  if (second !== undefined) throw new CaseError('entry-ambiguous', { entry: digits });
  return entryIdOf(only);
}
