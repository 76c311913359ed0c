import type { ReadableDb } from '../../store/db.ts';
import { rowNumbered } from '../../store/queries/timeline.ts';
import type { United } from './unite.ts';

/** An entry of the union of two records, and which file has it: `there` only where this one lacks it. */
export interface OfUnion {
  readonly side: 'here' | 'there';
  readonly id: string;
}

/** Finds the entry of a number that it has in the union, before anything was taken in. */
export function idsInUnion(db: ReadableDb, united: United): (number: number) => OfUnion {
  const arrived = new Map(united.numbers.map((number, i) => [number, united.accepted[i] ?? '']));
  const before = new Map(united.renumbered.map(([old, now]) => [now, old]));
  return (number) => {
    const id = arrived.get(number);
    if (id !== undefined) return { side: 'there', id };
    return { side: 'here', id: rowNumbered(db, before.get(number) ?? number)?.entry ?? '' };
  };
}
