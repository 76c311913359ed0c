import type { Mapping } from './column-field.ts';
import type { TableRow } from './table.ts';
import { timeTyped } from './time-typed.ts';

/** What stands first in a date whose year stands last. */
export const dateOrders = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof dateOrders)[number];

export const isDateOrder = (name: string): name is DateOrder =>
  (dateOrders as readonly string[]).includes(name);

/** What stands between its numbers: `11/17/2026`, `17.11.2026`. */
export const dateMarks = ['slashes', 'dots'] as const;
export type DateMark = (typeof dateMarks)[number];

/**
 * Why dates are read in an order, or in none: a person said it; a number over 12 in one place, and none in the other;
 * dots, which stand behind the day by custom; no number tells; the numbers contradict each other.
 */
export const orderReasons = ['said', 'values', 'custom', 'open', 'mixed'] as const;
export type OrderReason = (typeof orderReasons)[number];

/** A date that can be read in one order only, and where it stands. */
export interface TellingDate {
  readonly line: number;
  readonly date: string;
}

/** How all dates of a file with one mark are read. */
export interface DatesRead {
  readonly mark: DateMark;
  /** Rows that have such a date. */
  readonly rows: number;
  /** Null where a person must say it: nothing is guessed. */
  readonly order: DateOrder | null;
  readonly why: OrderReason;
  /** The first dates that tell it, one of each order. */
  readonly telling: readonly TellingDate[];
}

const DATE = /(?<!\d)(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)/g;

interface Found {
  rows: number;
  readonly first: Partial<Record<DateOrder, TellingDate>>;
}

/**
 * The order of the dates whose year stands last, for each mark that the file has. One number over 12 decides for the
 * whole file, as long as no other row contradicts it.
 * @param said what a person said, which counts for all of them
 */
export function datesIn(
  rows: readonly TableRow[],
  mapping: Mapping,
  said: DateOrder | undefined,
): DatesRead[] {
  const found: Record<DateMark, Found> = {
    slashes: { rows: 0, first: {} },
    dots: { rows: 0, first: {} },
  };
  for (const row of rows) {
    if (row.fault !== undefined) continue;
    const marks = new Set<DateMark>();
    for (const [date, first, sign, second] of timeTyped(row, mapping).matchAll(DATE)) {
      const mark = markOf(sign);
      marks.add(mark);
      const order = onlyOrder(Number(first), Number(second));
      if (order !== null) found[mark].first[order] ??= { line: row.line, date };
    }
    for (const mark of marks) found[mark].rows += 1;
  }
  return dateMarks.flatMap((mark) => (found[mark].rows === 0 ? [] : [decided(mark, found[mark], said)]));
}

function decided(mark: DateMark, { rows, first }: Found, said: DateOrder | undefined): DatesRead {
  const telling = Object.values(first).toSorted((a, b) => a.line - b.line);
  const read = (order: DateOrder | null, why: OrderReason): DatesRead => ({
    mark,
    rows,
    order,
    why,
    telling,
  });
  if (said !== undefined) return read(said, 'said');
  const orders = dateOrders.filter((order) => first[order] !== undefined);
  if (orders.length > 1) return read(null, 'mixed');
  if (orders[0] !== undefined) return read(orders[0], 'values');
  return mark === 'dots' ? read('day-first', 'custom') : read(null, 'open');
}

const markOf = (sign: string | undefined): DateMark => (sign === '/' ? 'slashes' : 'dots');

/** The order that the numbers allow, where they allow only one. */
function onlyOrder(first: number, second: number): DateOrder | null {
  if (first > 12 && first <= 31 && second <= 12) return 'day-first';
  return second > 12 && second <= 31 && first <= 12 ? 'month-first' : null;
}

/** The dates of a text with the year first; null where nobody knows the order of one. */
export function withYearFirst(typed: string, dates: readonly DatesRead[]): string | null {
  let isKnown = true;
  const text = typed.replace(DATE, (date, first: string, sign: string, second: string, year: string) => {
    const mark = markOf(sign);
    const order = dates.find((read) => read.mark === mark)?.order ?? null;
    if (order === null) isKnown = false;
    const [month, day] = order === 'month-first' ? [first, second] : [second, first];
    return order === null ? date : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  });
  return isKnown ? text : null;
}
