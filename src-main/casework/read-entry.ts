import { type EntryId, isEntryId } from '../domain/brands.ts';
import { fromHex } from '../domain/bytes.ts';
import { type Json, parseCanonical } from '../domain/canonical.ts';
import type { Entry } from '../domain/entry.ts';
import { entryIdOf } from '../domain/entry-hash.ts';
import { CaseError } from '../domain/errors.ts';
import { type Header, parseHeader } from '../domain/header.ts';
import type { ReadableDb } from '../store/db.ts';
import { type EntryRow, entryByHash, fieldsOf, hashesStartingWith } from '../store/queries/entry.ts';

/**
 * An entry with those of its fields that are there.
 * @throws CaseError `file-damaged` where its row is not readable; `verify` says more
 */
export function readEntry(db: ReadableDb, row: EntryRow): Entry {
  const header = headerOf(db, row);
  const fields: Record<string, Json> = {};
  for (const { name, value } of fieldsOf(db, row.hash)) {
    const read = parseCanonical(value);
    if (read === undefined) throw unreadable(db, row, `field ${name}`);
    fields[name] = read;
  }
  return { id: entryIdOf(row.hash), header, fields };
}

/** @throws CaseError `file-damaged` */
export function headerOf(db: ReadableDb, row: EntryRow): Header {
  const header = parseHeader(Buffer.from(row.header).toString('utf8'));
  if (typeof header === 'string') throw unreadable(db, row, header);
  return header;
}

const unreadable = (db: ReadableDb, row: EntryRow, what: string): CaseError =>
  new CaseError('file-damaged', {
    path: db.path,
    reason: `entry in row ${row.seq} is not readable (${what}).`,
  });

export function entryWithId(db: ReadableDb, id: string): Entry {
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
