import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { ResponseOf } from '../../src-main/contract/index.ts';
import type { LogRow } from '../../src-main/contract/log-search.ts';

/** Rows of a page. */
export const LOG_PAGE = 100;

export type LogProgress = ResponseOf<'log.progress'>;
export type LogFacet = LogProgress['facets'][number];
export type LogHistogram = NonNullable<LogProgress['histogram']>;

/** A stretch of time, ms since 1970 UTC; both ends belong to it. */
export interface LogSpan {
  readonly from: number;
  readonly to: number;
}

export interface LogSearchState {
  readonly query: string;
  readonly span: LogSpan | null;
  /** What of the time the histogram shows; null = all of it. */
  readonly zoom: LogSpan | null;
  /** The engine's number of the search whose rows are shown; null before the first one. */
  readonly search: number | null;
  /** The query that found the rows that are shown. */
  readonly searched: string;
  readonly asking: boolean;
  readonly matched: number;
  readonly isDone: boolean;
  /** Rows of all logs. */
  readonly rows: number;
  readonly milliseconds: number;
  readonly pages: ReadonlyMap<number, readonly LogRow[]>;
  readonly error: ErrorData | null;
  readonly histogram: LogHistogram | null;
  /** Null while they are counted for the first time. */
  readonly facets: readonly LogFacet[] | null;
  /** Place of the selected row, and the other end of a selection of several. */
  readonly at: number | null;
  readonly anchor: number | null;
  /** The row in the pane; null where it is closed. */
  readonly shown: string | null;
  /** Where the list stands, for coming back. */
  readonly top: number;
  /** A row that the list should bring into view; `n` makes equal wishes distinct. */
  readonly reveal: { readonly index: number; readonly n: number } | null;
}

const EMPTY: LogSearchState = {
  query: '',
  span: null,
  zoom: null,
  search: null,
  searched: '',
  asking: false,
  matched: 0,
  isDone: true,
  rows: 0,
  milliseconds: 0,
  pages: new Map(),
  error: null,
  histogram: null,
  facets: null,
  at: null,
  anchor: null,
  shown: null,
  top: 0,
  reveal: null,
};

/** The search in the logs of the case. */
export const useLogSearch = create<LogSearchState>(() => EMPTY);

/** Number of the search under way: grows with each new one and when the case is left, so that late answers are dropped. */
let generation = 0;

export const generationNow = (): number => generation;

export function nextGeneration(): number {
  generation += 1;
  return generation;
}

let wishes = 0;

/** A new wish that the list shows a row. */
export function wish(index: number): { readonly index: number; readonly n: number } {
  wishes += 1;
  return { index, n: wishes };
}

/** Empties all of it. */
export function emptyLogSearch(): void {
  nextGeneration();
  useLogSearch.setState(EMPTY);
}

/** As the engine takes instants. */
export const iso = (ms: number): string => new Date(ms).toISOString();
