import type { LogRow } from '../../src-main/contract/log-search.ts';
import { ask } from '../api/client.ts';
import { pagesAround } from './log-pages.ts';
import { type LogSearchState, LOG_PAGE, generationNow, useLogSearch, wish } from './log-search-state.ts';

/** Pages that are kept in memory. */
const KEPT = 60;
const asked = new Set<number>();

/** Pages that were asked for are those of another search now. */
export const forgetAskedPages = (): void => asked.clear();

async function loadPage(page: number): Promise<void> {
  const { search: number } = useLogSearch.getState();
  if (number === null) return;
  const mine = generationNow();
  asked.add(page);
  const answer = await ask('log.page', { search: number, from: page * LOG_PAGE, count: LOG_PAGE });
  if (mine !== generationNow()) return;
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
  const last = Math.floor(Math.min(to, matched - 1) / LOG_PAGE);
  for (let page = Math.floor(from / LOG_PAGE); page <= last; page++) {
    if (!asked.has(page) && !isWhole(pages.get(page), page, matched)) void loadPage(page);
  }
}

/** A page that was read while rows were still being found may be short. */
const isWhole = (rows: readonly LogRow[] | undefined, page: number, matched: number): boolean =>
  rows !== undefined && rows.length >= Math.min(LOG_PAGE, matched - page * LOG_PAGE);

export function logRowAt(pages: ReadonlyMap<number, readonly LogRow[]>, index: number): LogRow | undefined {
  return pages.get(Math.floor(index / LOG_PAGE))?.[index % LOG_PAGE];
}

/** The rows from one place to another, read where they are not there yet. */
export async function logRowsBetween(from: number, to: number): Promise<readonly LogRow[]> {
  for (let page = Math.floor(from / LOG_PAGE); page <= Math.floor(to / LOG_PAGE); page++) {
    const { pages, matched } = useLogSearch.getState();
    if (!isWhole(pages.get(page), page, matched)) await loadPage(page);
  }
  const { pages } = useLogSearch.getState();
  return Array.from({ length: to - from + 1 }, (_, i) => logRowAt(pages, from + i)).filter(
    (row) => row !== undefined,
  );
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

/** Where the list stood when it was left. */
export const logTop = (): number => useLogSearch.getState().top;

export const keepLogTop = (top: number): void => useLogSearch.setState({ top });
