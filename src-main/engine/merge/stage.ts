import type { Json } from '../../domain/canonical.ts';
import type { Entry } from '../../domain/entry.ts';
import { entryIdOf } from '../../domain/entry-hash.ts';
import { CaseError } from '../../domain/errors.ts';
import { parseHeader } from '../../domain/header.ts';
import { rowsOf } from '../../domain/projection/rows.ts';
import { hex } from '../../domain/bytes.ts';
import type { WritableDb } from '../../store/db.ts';
import { beginArrivals, stageArrival } from '../../store/queries/arrival.ts';
import type { RawEntry } from '../record/check-batch.ts';

/** Lets other work go on between slices; throws to cancel. */
export type Pause = () => Promise<void>;

/**
 * Makes the entries that are to be taken in ready beside the record. Nothing of the record changes.
 * @param batches the other entries, in the order of their file
 * @param accepted hashes, hex, in the order of the other file
 * @param withheld `entry/digest` of every field that an entry of the union withholds: it is never brought back
 */
export async function stageEntries(
  db: WritableDb,
  batches: Iterable<readonly RawEntry[]>,
  accepted: readonly string[],
  withheld: ReadonlySet<string>,
  pause: Pause,
): Promise<void> {
  beginArrivals(db);
  const wanted = new Map(accepted.map((id, i) => [id, i]));
  for (const batch of batches) {
    for (const raw of batch) {
      const i = wanted.get(entryIdOf(raw.hash));
      if (i !== undefined) stage(db, raw, i, withheld);
    }
    await pause();
  }
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
