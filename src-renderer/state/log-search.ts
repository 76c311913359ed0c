import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { ResponseOf } from '../../src-main/contract/index.ts';
import type { LogRow } from '../../src-main/contract/log-search.ts';
import { ask } from '../api/client.ts';
import { pagesAround } from './log-pages.ts';

type Progress = ResponseOf<'log.progress'>;
export type LogFacet = Progress['facets'][number];
export type LogHistogram = NonNullable<Progress['histogram']>;

/** A stretch of time, ms since 1970 UTC; both ends belong to it. */
export interface LogSpan {
  readonly from: number;
  readonly to: number;
}

interface LogSearchState {
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

const PAGE = 100;
/** Rows of the first answer before it is known how many a screen shows. The rest of the page follows when it is there. */
const FIRST = 40;
/** Parts of the histogram. */
const BINS = 120;
/** Values of a column that are shown at first, and when somebody asks for more. */
const TOP = 6;
const MORE = 60;
/** Pages that are kept in memory. */
const KEPT = 60;
/** Letters that follow each other within this are asked for together, ms; the first one after a pause at once. */
const PAUSE = 30;

/** Columns whose values are counted, in the order in which they are shown; a group is asked for at once. */
const FACETS: readonly (readonly string[])[] = [
  ['source', 'address', 'path', 'status', 'method'],
  ['user', 'event', 'agent', 'provider', 'action', 'rule'],
  ['host', 'computer', 'channel', 'process', 'level', 'destination', 'port', 'protocol', 'referer'],
];

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

/** Grows with each new search and when the case is left, so that late answers are dropped. */
let generation = 0;
let wishes = 0;
let running: Promise<void> | null = null;
/** A search that was asked for while another one was under way; `stay` where only the logs grew. */
let wanted: 'anew' | 'stay' | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let typed = Number.NEGATIVE_INFINITY;
let fitting = FIRST;
const asked = new Set<number>();

export function resetLogSearch(): void {
  generation += 1;
  wanted = null;
  typed = Number.NEGATIVE_INFINITY;
  clearTimeout(timer);
  asked.clear();
  useLogSearch.setState(EMPTY);
}

const iso = (ms: number): string => new Date(ms).toISOString();

/**
 * Searches for what is typed now. One search is under way at a time: what was typed meanwhile follows it, and whoever
 * waits, waits for that as well.
 */
export async function runLogSearch(stay = false): Promise<void> {
  clearTimeout(timer);
  if (running !== null) {
    wanted = stay && wanted !== 'anew' ? 'stay' : 'anew';
    return running;
  }
  running = searchOn(stay).finally(() => {
    running = null;
  });
  return running;
}

async function searchOn(stay: boolean): Promise<void> {
  await search(stay);
  if (wanted === null) return;
  const next = wanted;
  wanted = null;
  await searchOn(next === 'stay');
}

/** What is typed and chosen now, as the engine is asked. */
export function askedNow(): { query: string; since: string | null; until: string | null } {
  const { query, span } = useLogSearch.getState();
  return {
    query,
    since: span === null ? null : iso(span.from),
    until: span === null ? null : iso(span.to),
  };
}

/** @param stay whether the list stays where it is: the same search over logs that grew */
async function search(stay: boolean): Promise<void> {
  generation += 1;
  const mine = generation;
  const now = askedNow();
  useLogSearch.setState({ asking: true });
  const answer = await ask('log.search', { ...now, limit: fitting });
  if (mine !== generation) return;
  if (!answer.ok) {
    useLogSearch.setState({ error: answer.error, asking: false });
    // What was found before stays, and the engine still has it: it is counted on, and read where it is looked at.
    const { search: kept } = useLogSearch.getState();
    asked.clear();
    if (kept !== null) void follow(kept, mine);
    return;
  }
  const { page, search: number, matched, isDone, rows, milliseconds } = answer.data;
  asked.clear();
  useLogSearch.setState({
    search: number,
    searched: now.query,
    asking: false,
    matched,
    isDone,
    rows,
    milliseconds,
    pages: new Map([[0, page]]),
    error: null,
    ...(stay ? {} : { at: null, anchor: null, top: 0, reveal: wish(0) }),
  });
  void follow(number, mine);
}

const wait = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Counting goes on in the engine behind the first page; how far it is, is asked for now and then. */
async function follow(number: number, mine: number): Promise<void> {
  const began = performance.now();
  for (let pause = 25; ; pause = Math.min(500, pause * 2)) {
    const progress = await askProgress(number, mine, [], 1, true);
    if (progress === null) return;
    const { matched, isDone, rows, histogram } = progress;
    const milliseconds = isDone && pause > 25 ? performance.now() - began : null;
    useLogSearch.setState({
      matched,
      isDone,
      rows,
      histogram,
      ...(milliseconds === null ? {} : { milliseconds: useLogSearch.getState().milliseconds + milliseconds }),
    });
    if (isDone) break;
    await wait(pause);
    if (mine !== generation) return;
  }
  await countFacets(number, mine);
}

async function askProgress(
  number: number,
  mine: number,
  facets: readonly string[],
  top: number,
  withHistogram: boolean,
): Promise<Progress | null> {
  const { zoom } = useLogSearch.getState();
  const answer = await ask('log.progress', {
    search: number,
    bins: withHistogram ? BINS : 0,
    from: zoom === null ? null : iso(zoom.from),
    to: zoom === null ? null : iso(zoom.to),
    facets: [...facets],
    top,
  });
  return mine === generation && answer.ok ? answer.data : null;
}

async function countFacets(number: number, mine: number): Promise<void> {
  const counted: LogFacet[] = [];
  for (const group of FACETS) {
    const progress = await askProgress(number, mine, group, TOP, false);
    if (progress === null) return;
    counted.push(...progress.facets.filter(({ column, distinct }) => distinct > 0 || column === 'source'));
    // What was counted for the search before stays in sight until all is new.
    if (useLogSearch.getState().facets === null) useLogSearch.setState({ facets: [...counted] });
  }
  useLogSearch.setState({ facets: counted });
}

/** Counts more values of one column. */
export async function moreValues(column: string): Promise<void> {
  const { search: number } = useLogSearch.getState();
  if (number === null) return;
  const progress = await askProgress(number, generation, [column], MORE, false);
  const [more] = progress?.facets ?? [];
  if (more === undefined) return;
  useLogSearch.setState(({ facets }) => ({
    facets: (facets ?? []).map((facet) => (facet.column === column ? more : facet)),
  }));
}

export function fewerValues(column: string): void {
  useLogSearch.setState(({ facets }) => ({
    facets: (facets ?? []).map((facet) =>
      facet.column === column ? { ...facet, values: facet.values.slice(0, TOP) } : facet,
    ),
  }));
}

/** Shows another part of the time in the histogram. */
export async function zoomLogs(zoom: LogSpan | null): Promise<void> {
  useLogSearch.setState({ zoom });
  const { search: number } = useLogSearch.getState();
  if (number === null) return;
  const progress = await askProgress(number, generation, [], 1, true);
  if (progress !== null) useLogSearch.setState({ histogram: progress.histogram });
}

/** Takes what is typed over at once, and searches for it when nobody types on. */
export function typeQuery(query: string): void {
  const before = typed;
  typed = performance.now();
  useLogSearch.setState({ query });
  clearTimeout(timer);
  if (typed - before > PAUSE) {
    void runLogSearch();
    return;
  }
  timer = setTimeout(() => void runLogSearch(), PAUSE);
}

export function setLogQuery(query: string): void {
  if (query === useLogSearch.getState().query) return;
  useLogSearch.setState({ query });
  void runLogSearch();
}

export function setLogSpan(span: LogSpan | null): void {
  useLogSearch.setState({ span });
  void runLogSearch();
}

export function searchFor(query: string, span: LogSpan | null): void {
  useLogSearch.setState({ query, span });
  void runLogSearch();
}

async function loadPage(page: number): Promise<void> {
  const { search: number } = useLogSearch.getState();
  if (number === null) return;
  const mine = generation;
  asked.add(page);
  const answer = await ask('log.page', { search: number, from: page * PAGE, count: PAGE });
  if (mine !== generation) return;
  asked.delete(page);
  if (!answer.ok) {
    useLogSearch.setState({ error: answer.error });
    return;
  }
  const { pages } = useLogSearch.getState();
  useLogSearch.setState({ pages: pagesAround(new Map([...pages, [page, answer.data.page]]), page, KEPT) });
}

/** Reads what the view needs. */
export function needLogRows(from: number, to: number): void {
  const { pages, matched } = useLogSearch.getState();
  const last = Math.floor(Math.min(to, matched - 1) / PAGE);
  for (let page = Math.floor(from / PAGE); page <= last; page++) {
    if (!asked.has(page) && !isWhole(pages.get(page), page, matched)) void loadPage(page);
  }
}

/** A page that was read while rows were still being found may be short. */
const isWhole = (rows: readonly LogRow[] | undefined, page: number, matched: number): boolean =>
  rows !== undefined && rows.length >= Math.min(PAGE, matched - page * PAGE);

export function logRowAt(pages: ReadonlyMap<number, readonly LogRow[]>, index: number): LogRow | undefined {
  return pages.get(Math.floor(index / PAGE))?.[index % PAGE];
}

/** The rows from one place to another, read where they are not there yet. */
export async function logRowsBetween(from: number, to: number): Promise<readonly LogRow[]> {
  for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE); page++) {
    const { pages, matched } = useLogSearch.getState();
    if (!isWhole(pages.get(page), page, matched)) await loadPage(page);
  }
  const { pages } = useLogSearch.getState();
  return Array.from({ length: to - from + 1 }, (_, i) => logRowAt(pages, from + i)).filter(
    (row) => row !== undefined,
  );
}

function wish(index: number): { readonly index: number; readonly n: number } {
  wishes += 1;
  return { index, n: wishes };
}

/** @param extend whether the selection reaches from where it began */
export function selectLogRow(index: number, extend = false): void {
  const { at, anchor, shown, pages } = useLogSearch.getState();
  const row = logRowAt(pages, index);
  useLogSearch.setState({
    at: index,
    anchor: extend ? (anchor ?? at) : null,
    reveal: wish(index),
    // An open pane follows.
    ...(shown === null || row === undefined ? {} : { shown: row.ref }),
  });
}

/** First and last place of what is selected; null where nothing is. */
export function selectedRows({
  at,
  anchor,
}: Pick<LogSearchState, 'at' | 'anchor'>): readonly [number, number] | null {
  if (at === null) return null;
  return [Math.min(at, anchor ?? at), Math.max(at, anchor ?? at)];
}

/** Opens the pane of a row, also of one that the list does not hold. @param ref of the row, or `EV-003:88431` */
export const showLogRow = (ref: string | null): void => useLogSearch.setState({ shown: ref });

/** Says how many rows fit on the screen: so many are shown as soon as they are found. */
export function fitLogRows(rows: number): void {
  fitting = Math.max(1, Math.min(PAGE, Math.ceil(rows) + 1));
}

/** Where the list stood when it was left. */
export const logTop = (): number => useLogSearch.getState().top;

export const keepLogTop = (top: number): void => useLogSearch.setState({ top });
