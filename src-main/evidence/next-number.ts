import type { ExhibitNumber } from '../domain/exhibit-number.ts';
import type { ReadableDb } from '../store/db.ts';
import { lastSerial } from '../store/queries/exhibit.ts';
import { localValue } from '../store/queries/local.ts';

/** The number of the next exhibit that this file registers (FORMAT.md §8.1). */
export function nextNumber(db: ReadableDb): ExhibitNumber {
  const series = localValue(db, 'series') ?? '';
  return { series, number: lastSerial(db, series) + 1 };
}
