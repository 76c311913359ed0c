import { joinableTips } from '../../casework/append.ts';
import { headerOf } from '../../casework/read-entry.ts';
import { entryIdOf } from '../../domain/entry-hash.ts';
import { type Interleaved, interleave } from '../../domain/import/interleave.ts';
import type { WritableDb } from '../../store/db.ts';
import { takeArrivals } from '../../store/queries/arrival.ts';
import { type EntryRow, entriesAfter, lastSeq, moveTips } from '../../store/queries/entry.ts';
import { insertStanding, renumberStanding } from '../../store/queries/standing.ts';
import { timelineRowOf } from '../../store/queries/timeline.ts';
import { makeNumbersReady } from '../merge/make-numbers-ready.ts';
import type { Pause } from '../merge/stage.ts';
import type { StagedChain } from './stage-rows.ts';

/** A staged chain with a place for each of its entries, as long as nobody writes. */
export interface PlacedChain {
  readonly chain: StagedChain;
  /** The last row of the file that was looked at. */
  readonly lastSeq: number;
  readonly meanwhile: readonly EntryRow[];
}

/** Entries that one other program or a job may write while an import is signed; far more than there will be. */
const MOST = 1_000_000;

/** Gives the entries of a chain their numbers beside those that were written since it was begun. */
export async function placeChain(db: WritableDb, chain: StagedChain, pause: Pause): Promise<PlacedChain> {
  const meanwhile = entriesAfter(db, chain.lastSeq, MOST);
  const { recorded } = chain;
  const numbers: Interleaved = interleave(
    chain.lastNumber,
    chain.ids.map((id) => ({ id, recorded })),
    meanwhile.map((row) => ({ id: entryIdOf(row.hash), recorded: headerOf(db, row).recorded })),
  );
  const staged = new Map(chain.ids.map((id, i) => [id, i] as const));
  const renumbered = numbers.meanwhile.flatMap((now, i): [number, number][] => {
    const before = chain.lastNumber + 1 + i;
    return now === before ? [] : [[before, now]];
  });
  await makeNumbersReady(db, staged, { accepted: chain.ids, numbers: numbers.imported, renumbered }, pause);
  return { chain, lastSeq: meanwhile.at(-1)?.seq ?? chain.lastSeq, meanwhile };
}

/** Whether nobody wrote since the chain got its place. */
export const isStillPlaced = (db: WritableDb, { lastSeq: last }: PlacedChain): boolean =>
  lastSeq(db) === last;

/** Takes a chain into the record. Call it inside a transaction, and only while `isStillPlaced`. */
export function takeChain(db: WritableDb, { chain, meanwhile }: PlacedChain): void {
  takeArrivals(db);
  renumberStanding(db);
  const [last] = chain.last;
  if (last === undefined || chain.ids.length === 0) return;
  if (meanwhile.length === 0) {
    moveTips(db, joinableTips(db), last);
    return;
  }
  // Others went on from the same ends: each of these is followed by two entries now.
  moveTips(db, [], last);
  const branches = chain.follows.map((hash) => {
    const entry = entryIdOf(hash);
    return { number: timelineRowOf(db, entry)?.number ?? 0, entry, followed_by: 2 };
  });
  insertStanding(db, { present: [], branches });
}
