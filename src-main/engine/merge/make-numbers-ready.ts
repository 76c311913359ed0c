import type { WritableDb } from '../../store/db.ts';
import {
  type Pairs,
  arrivalViews,
  forgetNumbers,
  numberArrivals,
  placeArrivals,
  placeMoved,
  renumber,
} from '../../store/queries/arrival.ts';
import type { Pause, Staged } from './stage.ts';
import type { United } from './unite.ts';

/** Rows written in one slice: a few milliseconds. */
const SLICE = 2000;

/** The numbers that entries have in the union. */
export type Numbers = Pick<United, 'accepted' | 'numbers' | 'renumbered'>;

/**
 * Makes the numbers ready that entries have in the union, of those that come in and of those that move, and the rows of
 * the views with them.
 * @param before what was made ready before: where only entries at the end were added since, only these are looked at
 */
export async function makeNumbersReady(
  db: WritableDb,
  staged: Staged,
  now: Numbers,
  pause: Pause,
  before?: Numbers,
): Promise<void> {
  if (before !== undefined && goesOnFrom(before, now)) {
    await moveFrom(db, now.renumbered, before.renumbered.length, pause);
    return;
  }
  forgetNumbers(db);
  const arrivals = now.accepted.map((id, i): [number, number] => [staged.get(id) ?? -1, now.numbers[i] ?? 0]);
  await inSlices(arrivals, (slice) => numberArrivals(db, slice), pause);
  for (const table of arrivalViews) {
    placeArrivals(db, table);
    await pause();
  }
  await moveFrom(db, now.renumbered, 0, pause);
}

async function moveFrom(db: WritableDb, renumbered: Pairs, first: number, pause: Pause): Promise<void> {
  const more = renumbered.slice(first);
  if (more.length === 0) return;
  const after = highest(renumbered.slice(0, first));
  await inSlices(more, (slice) => renumber(db, slice), pause);
  for (const table of arrivalViews) {
    placeMoved(db, table, after);
    await pause();
  }
}

/** Whether the same come in under the same numbers, and those that moved do so still: nothing but the end is new. */
function goesOnFrom(before: Numbers, now: Numbers): boolean {
  const last = highest(before.renumbered);
  return (
    before.accepted.length === now.accepted.length &&
    before.numbers.every((number, i) => number === now.numbers[i]) &&
    before.accepted.every((id, i) => id === now.accepted[i]) &&
    before.renumbered.every(([old, number], i) => {
      const other = now.renumbered[i];
      return other?.[0] === old && other[1] === number;
    }) &&
    now.renumbered.slice(before.renumbered.length).every(([old]) => old > last)
  );
}

/** The highest old number. */
const highest = (moved: Pairs): number => moved.reduce((most, [old]) => Math.max(most, old), 0);

async function inSlices(all: Pairs, write: (slice: Pairs) => void, pause: Pause): Promise<void> {
  for (let at = 0; at < all.length; at += SLICE) {
    write(all.slice(at, at + SLICE));
    await pause();
  }
}
