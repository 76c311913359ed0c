import { introduction, isIntroduced, joinableTips } from '../../casework/append.ts';
import { type EntryPlace, type FieldsGiven, makeEntry } from '../../casework/make-entry.ts';
import type { WritingSession } from '../../casework/session.ts';
import type { EntryId, Sha256Hex } from '../../domain/brands.ts';
import type { UnderstoodRow } from '../../domain/import/understand-row.ts';
import type { KindName } from '../../domain/kinds/index.ts';
import { rowsOf } from '../../domain/projection/rows.ts';
import { beginArrivals, stageArrival } from '../../store/queries/arrival.ts';
import { lastSeq } from '../../store/queries/entry.ts';
import { lastNumber } from '../../store/queries/timeline.ts';

/** A chain of signed entries that is ready beside the record. */
export interface StagedChain {
  /** Hashes of the entries that it follows, and the last row and number of the record when it was begun. */
  readonly follows: readonly Uint8Array[];
  readonly lastSeq: number;
  readonly lastNumber: number;
  /** Of all its entries. */
  readonly recorded: string;
  /** In its order. */
  readonly ids: readonly EntryId[];
  /** The hash of its last entry; those that it follows where it has none. */
  readonly last: readonly Uint8Array[];
}

/**
 * Signs the rows as a chain of a writer of their own and makes them ready beside the record, so that others can write
 * meanwhile. Nothing of the record changes. A key that the record does not know introduces itself first.
 * @param session a writer that has written nothing
 * @param batches rows as JSON text
 */
export async function stageRows(
  session: WritingSession,
  sha256: Sha256Hex,
  batches: readonly string[],
  pause: (done: number) => Promise<void>,
): Promise<StagedChain> {
  const { db, clock } = session;
  beginArrivals(db);
  const follows = joinableTips(db);
  const begun = { lastSeq: lastSeq(db), lastNumber: lastNumber(db) };
  const at: Omit<EntryPlace, 'parents'> = { recorded: clock.now(), monotonic: clock.monotonic() };
  const ids: EntryId[] = [];
  let last = follows;
  let recorded = '';
  const add = <Name extends KindName>(kind: Name, given: FieldsGiven<Name>): void => {
    const { entry, row, fields } = makeEntry(session, kind, given, { ...at, parents: last });
    stageArrival(db, ids.length, row, fields, rowsOf(entry, 0));
    session.n = row.n;
    ids.push(entry.id);
    last = [row.hash];
    ({ recorded } = entry.header);
  };
  if (!isIntroduced(session)) add('author', introduction(session));
  let done = 0;
  for (const batch of batches) {
    const rows = JSON.parse(batch) as UnderstoodRow[];
    // Thousands of rows: each by itself would be a transaction of its own.
    db.transaction(() => {
      for (const { line, text, occurred, tags, person, source } of rows) {
        add('imported', {
          text,
          occurred,
          tags: tags === undefined ? undefined : [...tags],
          person,
          source,
          from: { sha256, line },
        });
      }
    });
    done += rows.length;
    await pause(done);
  }
  return { follows, ...begun, recorded, ids, last };
}
