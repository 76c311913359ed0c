import { create } from 'zustand';
import type { EntryView } from '../../src-main/contract/entry.ts';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { TimelineFilter } from '../../src-main/contract/timeline.ts';
import { ask } from '../api/client.ts';
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
import { loadSurvey, resetSurvey, surveySoon } from './survey.ts';
import { type Filter, NO_FILTER, isNarrowed, questionOf } from './timeline-filter.ts';

const PAGE = 100;

interface TimelineState {
  readonly by: Order;
  readonly filter: Filter;
  readonly rows: EntryRows;
  readonly loaded: boolean;
  readonly error: ErrorData | null;
  readonly selected: string | null;
  /** The other end of a selection of several rows; null where one row is selected. */
  readonly anchor: string | null;
  readonly paneOpen: boolean;
  /** True while the view shows the newest entries and follows them. */
  readonly following: boolean;
  readonly newBelow: number;
  /** An entry that was just added, for its fading tint. */
  readonly fresh: string | null;
  /** A row that the list should bring into view; `n` makes equal wishes distinct. */
  readonly reveal: {
    readonly index: number;
    readonly align: 'end' | 'start' | 'auto' | 'center';
    readonly n: number;
  } | null;
  /** The first row in view, for coming back after a lock. */
  readonly topIndex: number;
}

const EMPTY: TimelineState = {
  by: 'occurred',
  filter: NO_FILTER,
  rows: [],
  loaded: false,
  error: null,
  selected: null,
  anchor: null,
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
  resetSurvey();
  useTimeline.setState(EMPTY);
}

export function wish(index: number, align: 'end' | 'start' | 'auto' | 'center'): void {
  wishes += 1;
  useTimeline.setState({ reveal: { index, align, n: wishes } });
}

/** What the list is asked for now, for whoever asks about the same entries. */
export function question(): TimelineFilter {
  const { by, filter } = useTimeline.getState();
  return questionOf(by, filter);
}

/** Reads the end of the timeline anew; the view goes to the end unless it should stay. */
export async function loadEnd(stay = false): Promise<void> {
  generation += 1;
  const mine = generation;
  asked.clear();
  const listed = ask('timeline.list', { ...question(), limit: PAGE });
  void loadSurvey(question());
  const answer = await listed;
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
  // One key away, as the end is.
  if (rows[0] === undefined && total > 0 && !isNarrowed(useTimeline.getState().filter)) void loadPage(0);
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

/** The entry at a place, read where it is not there yet; undefined where there is none. */
export async function entryAt(index: number): Promise<EntryView | undefined> {
  const { rows } = useTimeline.getState();
  if (index < 0 || index >= rows.length) return undefined;
  if (rows[index] === undefined) await loadPage(Math.floor(index / PAGE));
  return useTimeline.getState().rows[index];
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
  surveySoon(question);
  const at = isNarrowed(state.filter) ? null : placeOf(state.rows, entry, state.by);
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

/** Where an entry stands in the list as it is asked for now, or null where it is not there. */
async function indexOf(entry: string): Promise<number | null> {
  const known = useTimeline.getState().rows.findIndex((row) => row?.id === entry);
  return known === -1 ? placeAt({ entry }) : known;
}

async function placeAt(wanted: { readonly entry: string } | { readonly at: string }): Promise<number | null> {
  const mine = generation;
  const answer = await ask('timeline.place', { ...question(), ...wanted });
  return answer.ok && mine === generation ? answer.data.index : null;
}

/** Brings the first entry at an instant or later to the top, and selects it where a key asked for it. */
export async function goToInstant(ms: number, select = false): Promise<void> {
  const index = await placeAt({ at: new Date(ms).toISOString() });
  if (index === null) return;
  useTimeline.setState({ following: false });
  wish(index, 'start');
  if (!select) return;
  const entry = await entryAt(index);
  if (entry !== undefined) selectEntry(entry.id);
}

/** Asks for everything again after other entries came in; who has scrolled up stays at the same entry. */
export async function reloadTimeline(): Promise<void> {
  const { following, rows, topIndex, loaded } = useTimeline.getState();
  if (!loaded) return;
  const top = rows[topIndex];
  added.clear();
  await loadEnd(!following);
  if (following || top === undefined) return;
  const index = await indexOf(top.id);
  if (index !== null) wish(index, 'start');
}

/** Opens an entry and brings its row into view; filters that hide it are dropped. */
export async function goToEntry({ id }: Pick<EntryView, 'id'>): Promise<void> {
  selectEntry(id, true);
  const index = await indexOf(id);
  if (index !== null || !isNarrowed(useTimeline.getState().filter)) {
    if (index !== null) wish(index, 'auto');
    return;
  }
  await showAmongAll(id);
}

/** Drops all filters and shows an entry between those beside it. */
export async function showAmongAll(id: string): Promise<void> {
  useTimeline.setState({ filter: NO_FILTER, following: false });
  await loadEnd(true);
  const index = await indexOf(id);
  if (index !== null) wish(index, 'center');
}

/** Shows an entry that is known by its id, from whichever screen. */
export async function openEntry(id: string): Promise<EntryView | null> {
  const answer = await ask('entry.show', { entry: id });
  if (!answer.ok) return null;
  showSection('timeline');
  await goToEntry(answer.data.entry);
  return answer.data.entry;
}

export function setOrder(by: Order): void {
  if (by === useTimeline.getState().by) return;
  useTimeline.setState({ by });
  void loadEnd();
}

/** Narrows the list anew; a selected entry that is still shown stays in view. */
export async function setFilter(change: Partial<Filter>): Promise<void> {
  const { filter, selected } = useTimeline.getState();
  useTimeline.setState({ filter: { ...filter, ...change }, anchor: null });
  await loadEnd();
  const index = selected === null ? null : await indexOf(selected);
  if (index !== null) wish(index, 'auto');
}

/** Extends the selection from where it began to this entry. */
export function extendTo(id: string): void {
  const { anchor, selected } = useTimeline.getState();
  useTimeline.setState({ selected: id, anchor: anchor ?? selected });
}

export function selectEntry(selected: string | null, paneOpen?: boolean): void {
  const one = { selected, anchor: null };
  useTimeline.setState(paneOpen === undefined ? one : { ...one, paneOpen });
}

export function setFollowing(following: boolean, topIndex: number): void {
  useTimeline.setState(following ? { following, topIndex, newBelow: 0 } : { following, topIndex });
}

/** First and last place of what is selected, or null where nothing is. Kept as long as it is the same. */
let range: readonly [number, number] | null = null;

export function selectedRange({ rows, selected, anchor }: TimelineState): readonly [number, number] | null {
  if (selected === null || anchor === null) return null;
  const [a, b] = [selected, anchor].map((id) => rows.findIndex((row) => row?.id === id));
  if (a === undefined || b === undefined || a < 0 || b < 0) return null;
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  if (range?.[0] !== from || range[1] !== to) range = [from, to];
  return range;
}
