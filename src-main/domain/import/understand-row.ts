import { CaseError } from '../errors.ts';
import type { Occurred } from '../time/occurred.ts';
import { understandTime } from '../time/understand.ts';
import { tagsIn } from './tags-in.ts';
import type { ColumnField, Mapping } from './column-field.ts';
import { type DatesRead, withYearFirst } from './date-order.ts';
import { understandMicroseconds } from './microseconds.ts';
import type { TableRow } from './table.ts';
import { cellsOf, timeTyped } from './time-typed.ts';

/** Why a row is not taken. The names are part of the record (FORMAT.md §8.4); `no-order` is asked before and never is. */
export type RowFault =
  | NonNullable<TableRow['fault']>
  | 'no-time'
  | 'no-date'
  | 'not-understood'
  | 'ambiguous'
  | 'nonexistent'
  | 'no-zone'
  | 'no-order'
  | 'zone-unknown'
  | 'no-text'
  | 'not-unicode';

/** A row as it enters the record. */
export interface UnderstoodRow {
  readonly line: number;
  readonly text: string;
  readonly occurred: Occurred;
  readonly tags?: readonly string[];
  readonly person?: string;
  readonly source?: string;
}

export interface NotTaken {
  readonly line: number;
  readonly fault: RowFault;
  /** The time as it stands in the file, where that is what is wrong. */
  readonly typed?: string;
  /** Instants that an ambiguous time may mean, or that a nonexistent one lies between. */
  readonly choices?: readonly string[];
}

export const isTaken = (row: UnderstoodRow | NotTaken): row is UnderstoodRow => 'text' in row;

/** Longest text of one row, in characters: what is longer is no line of a timeline. */
const LONGEST = 256 * 1024;

const STARTS_WITH_DATE = /^\d{4}-\d{2}-\d{2}/;
/** An end without a date of its own is on the day of the start. */
const RELATIVE = /^(now|today|yesterday)\b|^\d{1,2}:\d{2}|^\d{4}$/i;

/** How the rows of one file are read. */
export interface RowReading {
  readonly mapping: Mapping;
  /** IANA zone of times that have none of their own; undefined where nobody said. */
  readonly zone: string | undefined;
  /** How dates are read whose year stands last. */
  readonly dates: readonly DatesRead[];
  /** The column whose numbers are microseconds since 1970 in UTC; -1 where there is none. */
  readonly microseconds: number;
}

/**
 * One row as it enters the record, or why it does not. Nothing is guessed: a time without a date, or a local time that
 * exists twice, is not taken.
 */
export function understandRow(row: TableRow, reading: RowReading): UnderstoodRow | NotTaken {
  const { line } = row;
  if (row.fault !== undefined) return { line, fault: row.fault };
  const all = (field: ColumnField): string[] => cellsOf(row, reading.mapping, field);
  const text = all('text').join(' · ').trim();
  const person = all('person').join(', ').trim();
  const source = all('source').join(', ').trim();
  const tags = tagsIn(all('tags'));
  if (!row.cells.every((cell) => cell.isWellFormed())) return { line, fault: 'not-unicode' };
  if (text.length > LONGEST || person.length > LONGEST || source.length > LONGEST) {
    return { line, fault: 'too-long' };
  }
  const occurred = timeOf(row, reading);
  if ('fault' in occurred) return occurred;
  if (text === '') return { line, fault: 'no-text' };
  return {
    line,
    text,
    occurred,
    ...(tags.length === 0 ? {} : { tags }),
    ...(person === '' ? {} : { person }),
    ...(source === '' ? {} : { source }),
  };
}

const OWN_ZONE = /(?:Z|UTC|[+-]\d{2}:?\d{2})$/i;

function timeOf(
  row: TableRow,
  { mapping, zone: said, dates, microseconds }: RowReading,
): Occurred | NotTaken {
  const { line } = row;
  const stamp = row.cells[microseconds]?.trim() ?? '';
  const typed = timeTyped(row, mapping) || stamp;
  if (typed === '') return { line, fault: 'no-time' };
  if (typed === stamp) return understandMicroseconds(typed) ?? { line, fault: 'not-understood', typed };
  const zone = cellsOf(row, mapping, 'zone')[0]?.trim() ?? said;
  const iso = withYearFirst(typed, dates);
  const [start = ''] = (iso ?? typed).split(/\s*(?:\.\.|…|\bto\b)/);
  const isZoneless = zone === undefined && !(/\d:\d/.test(start) && OWN_ZONE.test(start));
  if (iso === null) return { line, fault: isZoneless ? 'no-zone' : 'no-order', typed };
  if (!STARTS_WITH_DATE.test(iso)) {
    return { line, fault: RELATIVE.test(iso) ? 'no-date' : 'not-understood', typed };
  }
  try {
    // `now` is used by words alone, and those were refused above.
    const occurred = understandTime(iso, zone ?? 'UTC', 0);
    if (isZoneless) return { line, fault: 'no-zone', typed };
    return { ...occurred, typed };
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    const fault = FAULTS[error.code] ?? 'not-understood';
    if (zone === undefined && (fault === 'ambiguous' || fault === 'nonexistent')) {
      return { line, fault: 'no-zone', typed };
    }
    const choices = error.details['choices'];
    return { line, fault, typed, ...(Array.isArray(choices) ? { choices: choices.map(String) } : {}) };
  }
}

const FAULTS: Readonly<Record<string, RowFault>> = {
  'time-ambiguous': 'ambiguous',
  'time-nonexistent': 'nonexistent',
  'zone-unknown': 'zone-unknown',
};
