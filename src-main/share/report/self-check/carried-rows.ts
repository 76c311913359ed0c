import { headerOf } from '../../../casework/read-entry.ts';
import { hex } from '../../../domain/bytes.ts';
import { entryIdOf } from '../../../domain/entry-hash.ts';
import type { ReadableDb } from '../../../store/db.ts';
import { type EntryRow, entriesAfter, fieldsOf } from '../../../store/queries/entry.ts';
import type { Redaction } from '../../redaction.ts';

/** Entries read in one slice: a few milliseconds. */
const SLICE = 50;

/**
 * The entries of a record as JSON texts of `ReportRow`, in the order of the file, slice by slice.
 * @param last row of the file that is the last one of the report
 */
export function* carriedRows(
  db: ReadableDb,
  last: number,
  redaction: Redaction,
): Generator<readonly string[]> {
  for (let after = 0; after < last;) {
    const rows = entriesAfter(db, after, SLICE).filter(({ seq }) => seq <= last);
    const final = rows.at(-1);
    if (final === undefined) return;
    yield rows.map((row) => rowText(db, row, redaction));
    after = final.seq;
  }
}

/** The stored text of a value is JSON already, and its one spelling. */
function rowText(db: ReadableDb, row: EntryRow, { leavesOut }: Redaction): string {
  const id = entryIdOf(row.hash);
  const { kind } = headerOf(db, row);
  const fields = fieldsOf(db, row.hash).map(({ name, salt, value, digest }) =>
    leavesOut(id, kind, name)
      ? JSON.stringify([name, hex(digest)])
      : `[${JSON.stringify(name)},${JSON.stringify(salt)},${value}]`,
  );
  const header = JSON.stringify(Buffer.from(row.header).toString('utf8'));
  return `[${header},"${hex(row.signature)}",[${fields.join(',')}]]`;
}
