import type { LogRow } from '../../../src-main/contract/log-search.ts';
import { rowText, shortFormat } from '../../format/log-row.ts';
import { clock, dayAndMonth } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { sourceOf } from '../../state/log-sources.ts';
import { en } from '../../strings/en.ts';

export type ResultColumnId = 'time' | 'source' | 'what' | 'text' | 'status' | 'client' | 'user' | 'duration';

export interface ResultColumn {
  readonly id: ResultColumnId;
  readonly head: string;
  /** Of a CSS grid. */
  readonly width: string;
  readonly isNumber?: boolean;
}

/** How times of the list are written. */
export interface TimeLook {
  readonly zone: string;
  /** Whether the rows lie on several days. */
  readonly days: boolean;
}

/** A column of the index and its value, as a search would ask for it. */
export interface CellValue {
  readonly column: string;
  readonly value: string;
}

const WHAT = ['method', 'event', 'action', 'level'] as const;

const readerOf = (row: LogRow): string => sourceOf(row.source)?.readAs.reader ?? '';

/**
 * The columns that the rows have: a list of requests has others than one of events.
 * @param narrow where there is room for the most important ones only
 */
export function columnsFor(
  rows: readonly LogRow[],
  head: string,
  days: boolean,
  narrow: boolean,
): readonly ResultColumn[] {
  const text = en.logSearch.list;
  const has = (...names: readonly string[]): boolean =>
    rows.some(({ columns }) => names.some((name) => columns[name] !== undefined));
  const [methods, events] = [has('method'), has('event')];
  const what = methods === events ? text.what : methods ? text.method : text.event;
  const body = methods ? (events ? text.line : text.path) : events ? text.message : text.line;
  return [
    { id: 'time', head, width: days ? '118px' : '72px' },
    { id: 'source', head: text.source, width: '60px' },
    ...(has(...WHAT) ? [{ id: 'what' as const, head: what, width: '56px' }] : []),
    { id: 'text', head: body, width: `minmax(${narrow ? 80 : 120}px, 1fr)` },
    ...(has('status') ? [{ id: 'status' as const, head: text.status, width: '50px', isNumber: true }] : []),
    ...(has('address') ? [{ id: 'client' as const, head: text.client, width: '106px' }] : []),
    ...(!narrow && has('user') ? [{ id: 'user' as const, head: text.user, width: '88px' }] : []),
    ...(!narrow && has('duration')
      ? [{ id: 'duration' as const, head: text.duration, width: '42px', isNumber: true }]
      : []),
  ];
}

const clockOf = (row: LogRow, { zone, days }: TimeLook): string => {
  if (row.time === null) return en.logSearch.list.noTime;
  const at = new Date(row.time);
  return days ? `${dayAndMonth(at, zone)} ${clock(at, zone, 'second')}` : clock(at, zone, 'second');
};

/** The value that a search for this cell asks for; null where it has none. */
export function cellValue(row: LogRow, id: ResultColumnId): CellValue | null {
  const of = (column: string): CellValue | null => {
    const value = row.columns[column];
    return value === undefined ? null : { column, value: String(value) };
  };
  switch (id) {
    case 'time':
      return null;
    case 'source':
      return { column: 'source', value: row.exhibit };
    case 'what':
      return WHAT.map(of).find((found) => found !== null) ?? null;
    case 'text':
      return of('path') ?? of('process') ?? of('provider');
    case 'status':
      return of('status');
    case 'client':
      return of('address');
    case 'user':
      return of('user');
    case 'duration':
      return of('duration');
  }
}

/** What stands in a cell. */
export function cellText(row: LogRow, id: ResultColumnId, look: TimeLook): string {
  switch (id) {
    case 'time':
      return clockOf(row, look);
    case 'source':
      return shortFormat(readerOf(row));
    case 'text':
      return visibleName(rowText(row, readerOf(row)).slice(0, 400));
    default:
      return visibleName(cellValue(row, id)?.value ?? '');
  }
}
