import { create } from 'zustand';
import type { EntryView } from '../../src-main/contract/entry.ts';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { RequestOf } from '../../src-main/contract/index.ts';
import { ask } from '../api/client.ts';
import { instantOf } from '../format/occurred.ts';
import { showSection } from './case.ts';
import {
  type EntryRows,
  holdsEntry,
  inserted,
  missingPages,
  type Order,
  placeOf,
  replaced,
  rowsWithPage,
  withPage,
} from './entry-rows.ts';

const PAGE = 200;

interface TimelineState {
  readonly by: Order;
  readonly search: string;
  readonly rows: EntryRows;
  readonly loaded: boolean;
  readonly error: ErrorData | null;
  readonly selected: string | null;
  readonly paneOpen: boolean;
  /** True while the view shows the newest entries and follows them. */
  readonly following: boolean;
  readonly newBelow: number;
  /** An entry that was just added, for its fading tint. */
  readonly fresh: string | null;
  /** A row that the list should bring into view; `n` makes equal wishes distinct. */
  readonly reveal: {
    readonly index: number;
    readonly align: 'end' | 'start' | 'auto';
    readonly n: number;
  } | null;
  /** The first row in view, for coming back after a lock. */
  readonly topIndex: number;
}

const EMPTY: TimelineState = {
  by: 'occurred',
  search: '',
  rows: [],
  loaded: false,
  error: null,
  selected: null,
  paneOpen: false,
  following: true,
  newBelow: 0,
  fresh: null,
  reveal: null,
  topIndex: 0,
};

export const useTimeline = create<TimelineState>(() => EMPTY);

/** Grows with each new question, so that late answers to an old one are dropped. */
let generation = 0;
let wishes = 0;
const asked = new Set<number>();
/** Entries that were added since the case was opened. */
const added = new Set<string>();

export function resetTimeline(): void {
  generation += 1;
  asked.clear();
  added.clear();
  useTimeline.setState(EMPTY);
}

export function wish(index: number, align: 'end' | 'start' | 'auto'): void {
  wishes += 1;
  useTimeline.setState({ reveal: { index, align, n: wishes } });
}

function question(): RequestOf<'timeline.list'> {
  const { by, search } = useTimeline.getState();
  return search === '' ? { by } : { by, search };
}

/** Reads the end of the timeline anew; the view goes to the end unless it should stay. */
export async function loadEnd(stay = false): Promise<void> {
  generation += 1;
  const mine = generation;
  asked.clear();
  const answer = await ask('timeline.list', { ...question(), limit: PAGE });
  if (mine !== generation) return;
  if (!answer.ok) {
    useTimeline.setState({ error: answer.error, loaded: true });
    return;
  }
  const { entries, total } = answer.data;
  const rows = rowsWithPage(total, total - entries.length, entries);
  useTimeline.setState({
    rows,
    loaded: true,
    error: null,
    ...(stay ? {} : { newBelow: 0, following: true }),
  });
  if (!stay) wish(total - 1, 'end');
}

async function loadPage(page: number): Promise<void> {
  const mine = generation;
  asked.add(page);
  const answer = await ask('timeline.list', { ...question(), offset: page * PAGE, limit: PAGE });
  if (mine !== generation) return;
  asked.delete(page);
  if (!answer.ok) {
    useTimeline.setState({ error: answer.error });
    return;
  }
  const { rows } = useTimeline.getState();
  // Entries came in between that are not among our rows: ask for everything again, stay where we are.
  if (answer.data.total > rows.length) void loadEnd(true);
  else useTimeline.setState({ rows: withPage(rows, page * PAGE, answer.data.entries), error: null });
}

/** Loads the pages that the view needs. */
export function needRows(from: number, to: number): void {
  for (const page of missingPages(useTimeline.getState().rows, from, to, PAGE)) {
    if (!asked.has(page)) void loadPage(page);
  }
}

/** Takes in an entry that was just recorded here. */
export function addEntry(entry: EntryView): void {
  const state = useTimeline.getState();
  // Its answer and its event tell of the same entry; with a time of its own it may stand far back.
  if (!state.loaded || added.has(entry.id) || holdsEntry(state.rows, entry.id)) return;
  added.add(entry.id);
  const at = state.search === '' ? placeOf(state.rows, entry, state.by) : null;
  if (at === null) {
    void loadEnd(!state.following);
    return;
  }
  const last = at === state.rows.length;
  useTimeline.setState({
    rows: inserted(state.rows, at, entry),
    fresh: entry.id,
    newBelow: last && !state.following ? state.newBelow + 1 : state.newBelow,
  });
  if (state.following) wish(at, last ? 'end' : 'auto');
}

/** Takes over how entries look now: their rows stay where they are. */
export function changeEntries(entries: readonly EntryView[]): void {
  const { rows } = useTimeline.getState();
  const next = replaced(rows, entries);
  if (next !== rows) useTimeline.setState({ rows: next });
}

/** Where an entry stands in the list as it is asked for now, or null where the engine did not say. */
async function indexOf(entry: EntryView): Promise<number | null> {
  const { by, rows } = useTimeline.getState();
  const known = rows.findIndex((row) => row?.id === entry.id);
  if (known !== -1) return known;
  const since = instantOf(entry, by).toISOString();
  const mine = generation;
  const answer = await ask('timeline.list', { ...question(), since, limit: 0 });
  if (!answer.ok || mine !== generation) return null;
  return Math.max(0, useTimeline.getState().rows.length - answer.data.total);
}

/** Asks for everything again after other entries came in; who has scrolled up stays at the same entry. */
export async function reloadTimeline(): Promise<void> {
  const { following, rows, topIndex, loaded } = useTimeline.getState();
  if (!loaded) return;
  const top = rows[topIndex];
  added.clear();
  await loadEnd(!following);
  if (following || top === undefined) return;
  const index = await indexOf(top);
  if (index !== null) wish(index, 'start');
}

/** Opens an entry and brings its row into view; a search that hides it is dropped. */
export async function goToEntry(entry: EntryView): Promise<void> {
  const { rows, search } = useTimeline.getState();
  selectEntry(entry.id, true);
  if (search !== '' && !rows.some((row) => row?.id === entry.id)) {
    useTimeline.setState({ search: '', following: false });
    await loadEnd(true);
  }
  const index = await indexOf(entry);
  if (index !== null) wish(index, 'auto');
}

/** Shows an entry that is known by its id, from whichever screen. */
export async function openEntry(id: string): Promise<void> {
  const answer = await ask('entry.show', { entry: id });
  if (!answer.ok) return;
  showSection('timeline');
  await goToEntry(answer.data.entry);
}

export function setOrder(by: Order): void {
  if (by === useTimeline.getState().by) return;
  useTimeline.setState({ by });
  void loadEnd();
}

export function setSearch(search: string): void {
  if (search === useTimeline.getState().search) return;
  useTimeline.setState({ search });
  void loadEnd();
}

export function selectEntry(selected: string | null, paneOpen?: boolean): void {
  useTimeline.setState(paneOpen === undefined ? { selected } : { selected, paneOpen });
}

export function setFollowing(following: boolean, topIndex: number): void {
  useTimeline.setState(following ? { following, topIndex, newBelow: 0 } : { following, topIndex });
}
