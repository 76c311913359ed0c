import type { WritableDb } from '../../store/db.ts';
import { forgetNumbers, numberArrival, renumber } from '../../store/queries/arrival.ts';
import type { Pause } from './stage.ts';
import type { United } from './unite.ts';

/** Rows written in one slice: a few milliseconds. */
const SLICE = 2000;

/** Makes the numbers ready that entries have in the union: of those that come in, and of those that move. */
export async function numberArrivals(
  db: WritableDb,
  { numbers, renumbered }: Pick<United, 'numbers' | 'renumbered'>,
  pause: Pause,
): Promise<void> {
  forgetNumbers(db);
  for (const [i, number] of numbers.entries()) {
    numberArrival(db, i, number);
    if (i % SLICE === SLICE - 1) await pause();
  }
  for (const [i, [old, now]] of renumbered.entries()) {
    renumber(db, old, now);
    if (i % SLICE === SLICE - 1) await pause();
  }
}
