import { type Column, type NumberColumn, type TextColumn, numberAt, textAt } from '../reading/columns.ts';
import type { DateOrder } from './any-stamp.ts';

/**
 * What a column of a table, or a key of JSON, is used for: a common column, `url` (a path with its query), or the time:
 * whole, as date and clock in two columns, or a second one for rows that lack the first (`time-else`).
 */
const timeUses = [
  'time',
  'time:day-first',
  'time:month-first',
  'time-else',
  'date',
  'date:day-first',
  'date:month-first',
  'clock',
] as const;

export type ColumnUse = Column | 'url' | (typeof timeUses)[number];

/** A use, made quick: what is done with a value and where it goes. */
export interface Task {
  readonly kind: 'text' | 'number' | 'url' | 'time' | 'time-else' | 'date' | 'clock';
  /** From `textAt` or `numberAt`. */
  readonly target: number;
  readonly order: DateOrder;
}

const isTextColumn = (use: string): use is TextColumn => Object.hasOwn(textAt, use);
const isNumberColumn = (use: string): use is NumberColumn => Object.hasOwn(numberAt, use);
const isTimeUse = (use: string): use is (typeof timeUses)[number] => timeUses.some((known) => known === use);

/** @returns null for what is not used, or is no use */
export function taskOf(use: string | undefined): Task | null {
  if (use === undefined) return null;
  if (isTextColumn(use)) return { kind: 'text', target: textAt[use], order: null };
  if (isNumberColumn(use)) return { kind: 'number', target: numberAt[use], order: null };
  if (use === 'url') return { kind: 'url', target: textAt.path, order: null };
  if (!isTimeUse(use)) return null;
  const [kind, order] = use.split(':');
  const known = order === 'day-first' || order === 'month-first' ? order : null;
  return {
    kind: kind === 'date' || kind === 'clock' || kind === 'time-else' ? kind : 'time',
    target: 0,
    order: known,
  };
}
