import type { Json } from '../../domain/canonical.ts';
import type { Entry } from '../../domain/entry.ts';
import { entryIdOf } from '../../domain/entry-hash.ts';
import { CaseError } from '../../domain/errors.ts';
import { parseHeader } from '../../domain/header.ts';
import { rowsOf } from '../../domain/projection/rows.ts';
import { hex } from '../../domain/bytes.ts';
import type { WritableDb } from '../../store/db.ts';
import { beginArrivals, stageArrival } from '../../store/queries/arrival.ts';
import { hasEntry } from '../../store/queries/entry.ts';
import type { RawEntry } from '../../domain/record/check-batch.ts';

/** Lets other work go on between slices; throws to cancel. */
export type Pause = () => Promise<void>;

/** Entries that are ready beside the record: their places among those that were made ready, by hash in hex. */
export type Staged = ReadonlyMap<string, number>;

/**
 * Makes entries that this record lacks ready beside it. Nothing of the record changes.
 * @param batches the other entries, in the order of their file
 * @param withheld `entry/digest` of every field that an entry of the union withholds: it is never brought back
 */
export async function stageEntries(
  db: WritableDb,
  batches: Iterable<readonly RawEntry[]>,
  withheld: ReadonlySet<string>,
  pause: Pause,
): Promise<Staged> {
  beginArrivals(db);
  const staged = new Map<string, number>();
  for (const batch of batches) {
    // Thousands of rows: each by itself would be a transaction of its own.
    db.transaction(() => {
      for (const raw of batch) {
        if (hasEntry(db, raw.hash)) continue;
        stage(db, raw, staged.size, withheld);
        staged.set(entryIdOf(raw.hash), staged.size);
      }
    });
    await pause();
  }
  return staged;
}

function stage(db: WritableDb, raw: RawEntry, i: number, withheld: ReadonlySet<string>): void {
  const id = entryIdOf(raw.hash);
  const fields = raw.fields
    .map(([name, salt, value, digest]) => ({ name, salt, value, digest }))
    .filter(({ digest }) => !withheld.has(`${id}/${hex(digest)}`));
  stageArrival(db, i, raw, fields, rowsOf(asEntry(raw, fields), 0));
}

/** An entry of a row that was checked before. */
function asEntry(
  raw: Pick<RawEntry, 'hash' | 'header'>,
  fields: readonly { readonly name: string; readonly value: string }[],
): Entry {
  const header = parseHeader(Buffer.from(raw.header).toString('utf8'));
  if (typeof header === 'string') {
    throw new CaseError('bug', { reason: `an entry became unreadable while it was merged: ${header}` });
  }
  const values = fields.map(({ name, value }) => [name, JSON.parse(value) as Json] as const);
  return { id: entryIdOf(raw.hash), header, fields: Object.fromEntries(values) };
}
