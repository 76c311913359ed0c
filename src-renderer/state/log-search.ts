import { ask } from '../api/client.ts';
import { followLogSearch } from './log-counts.ts';
import { forgetAskedPages } from './log-found-rows.ts';
import {
  type LogSpan,
  LOG_PAGE,
  emptyLogSearch,
  generationNow,
  iso,
  nextGeneration,
  useLogSearch,
  wish,
} from './log-search-state.ts';

/** Rows of the first answer before it is known how many a screen shows. The rest of the page follows when it is there. */
const FIRST = 40;
/** Letters that follow each other within this are asked for together, ms; the first one after a pause at once. */
const PAUSE = 30;

let running: Promise<void> | null = null;
/** A search that was asked for while another one was under way; `stay` where only the logs grew. */
let wanted: 'anew' | 'stay' | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let typed = Number.NEGATIVE_INFINITY;
let fitting = FIRST;

export function resetLogSearch(): void {
  wanted = null;
  typed = Number.NEGATIVE_INFINITY;
  clearTimeout(timer);
  forgetAskedPages();
  emptyLogSearch();
}

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
  const mine = nextGeneration();
  const now = askedNow();
  useLogSearch.setState({ asking: true });
  const answer = await ask('log.search', { ...now, limit: fitting });
  if (mine !== generationNow()) return;
  if (!answer.ok) {
    useLogSearch.setState({ error: answer.error, asking: false });
    // What was found before stays, and the engine still has it: it is counted on, and read where it is looked at.
    const { search: kept } = useLogSearch.getState();
    forgetAskedPages();
    if (kept !== null) void followLogSearch(kept, mine);
    return;
  }
  const { page, search: number, matched, isDone, rows, milliseconds } = answer.data;
  forgetAskedPages();
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
  void followLogSearch(number, mine);
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

/** Says how many rows fit on the screen: so many are shown as soon as they are found. */
export function fitLogRows(rows: number): void {
  fitting = Math.max(1, Math.min(LOG_PAGE, Math.ceil(rows) + 1));
}
