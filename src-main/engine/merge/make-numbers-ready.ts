import type { WritableDb } from '../../store/db.ts';
import { type Pairs, forgetNumbers, numberArrivals, renumber } from '../../store/queries/arrival.ts';
import type { Pause, Staged } from './stage.ts';
import type { United } from './unite.ts';

/** Rows written in one slice: a few milliseconds. */
const SLICE = 2000;

/** Makes the numbers ready that entries have in the union: of those that come in, and of those that move. */
export async function makeNumbersReady(
  db: WritableDb,
  staged: Staged,
  { accepted, numbers, renumbered }: Pick<United, 'accepted' | 'numbers' | 'renumbered'>,
  pause: Pause,
): Promise<void> {
  forgetNumbers(db);
  const arrivals = accepted.map((id, i): [number, number] => [staged.get(id) ?? -1, numbers[i] ?? 0]);
  await inSlices(arrivals, (slice) => numberArrivals(db, slice), pause);
  await inSlices(renumbered, (slice) => renumber(db, slice), pause);
}

async function inSlices(all: Pairs, write: (slice: Pairs) => void, pause: Pause): Promise<void> {
  for (let at = 0; at < all.length; at += SLICE) {
    write(all.slice(at, at + SLICE));
    await pause();
  }
}
