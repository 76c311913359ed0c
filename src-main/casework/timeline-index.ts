import { hex } from '../domain/bytes.ts';
import { FIRST_PHASE } from '../domain/phase.ts';
import type { ReadableDb } from '../store/db.ts';
import { aboutOfKind } from '../store/queries/standing.ts';
import {
  type TimelineRow,
  lastNumber,
  rowsAfter,
  tagsBetween,
  timelineRowOf,
} from '../store/queries/timeline.ts';
import { countWithheld, withheldRows } from '../store/queries/withheld.ts';
import { type Column, addTo, newColumn } from './column.ts';
import { placeOfEntry } from './place-of-entry.ts';
import { entryWithId } from './read-entry.ts';
import { searchedText } from './searched-text.ts';
import { textsInSlices } from './texts-in-slices.ts';

/** Rows of one slice: some milliseconds. */
const SLICE = 4000;

/**
 * What filters and searches look at, in the memory of this process only, because a file of a case holds no plain text
 * and ours must open in any SQLCipher. Column by column, so that a hundred thousand entries are passed in moments.
 */
export interface TimelineIndex {
  /** Grows with each change. */
  version: number;
  readonly ids: string[];
  readonly numbers: number[];
  readonly kinds: Column;
  readonly authors: Column;
  readonly phases: Column;
  readonly recorded: number[];
  /** When it happened; where that was not said, when it was recorded. ms since 1970 UTC. */
  readonly occurred: number[];
  readonly tags: (readonly string[])[];
  /** Folded, by place; read when somebody searches first. */
  readonly texts: (string | undefined)[];
  /** Places by id, of as many entries as were asked for (place-of-entry.ts). */
  readonly places: Map<string, number>;
  /** Places by when things happened; null where it has to be sorted anew. */
  byOccurred: number[] | null;
  textsWhole: boolean;
  /** The pass that reads the texts, shared by all who wait for it. */
  reading: Iterator<undefined, void> | null;
  withheld: number;
  phaseReached: string;
}

export const newIndex = (): TimelineIndex => ({
  version: 0,
  ids: [],
  numbers: [],
  kinds: newColumn(),
  authors: newColumn(),
  phases: newColumn(),
  recorded: [],
  occurred: [],
  tags: [],
  texts: [],
  places: new Map(),
  byOccurred: null,
  textsWhole: false,
  reading: null,
  withheld: 0,
  phaseReached: FIRST_PHASE,
});

/**
 * Takes in what was written since the last time, slice by slice; the index is right when this ends in one go with its
 * last slice.
 * @param texts whether what is searched is read as well
 */
export function* catchUp(db: ReadableDb, index: TimelineIndex, texts: boolean): Generator<undefined, void> {
  if (index.ids.length === 0) index.withheld = countWithheld(db);
  const entered = phasesEntered(db);
  for (;;) {
    const rows = rowsAfter(db, index.numbers.at(-1) ?? 0, SLICE);
    if (rows.length > 0) {
      addRows(db, index, rows, entered);
      if (rows.length === SLICE) yield;
      continue;
    }
    if (texts && !index.textsWhole) {
      index.reading ??= textsInSlices(db, index);
      while (index.reading.next().done !== true) yield;
      index.textsWhole = true;
      continue;
    }
    break;
  }
  takeWithheld(db, index);
}

/** The phase that an entry enters, by its number; all of them are read anew only where one is asked for that came since. */
function phasesEntered(db: ReadableDb): (number: number) => string | undefined {
  let [known, upTo] = [new Map<number, string>(), 0];
  return (number) => {
    if (number > upTo) {
      known = new Map(aboutOfKind(db, 'phase').map((row) => [row.number, row.about]));
      upTo = lastNumber(db);
    }
    return known.get(number);
  };
}

function addRows(
  db: ReadableDb,
  index: TimelineIndex,
  rows: readonly TimelineRow[],
  entered: (number: number) => string | undefined,
): void {
  const from = index.numbers.at(-1) ?? 0;
  const to = rows.at(-1)?.number ?? from;
  const tags = new Map<number, string[]>();
  for (const { number, tag } of tagsBetween(db, from, to)) {
    tags.set(number, [...(tags.get(number) ?? []), tag]);
  }
  for (const row of rows) {
    const at = index.ids.length;
    if (row.kind === 'phase') index.phaseReached = entered(row.number) ?? index.phaseReached;
    index.ids.push(row.entry);
    index.numbers.push(row.number);
    addTo(index.kinds, row.kind);
    addTo(index.authors, row.author);
    addTo(index.phases, row.phase ?? index.phaseReached);
    index.recorded.push(row.recorded);
    index.occurred.push(row.occurred ?? row.recorded);
    index.tags.push(tags.get(row.number) ?? NONE);
    index.texts.push(index.textsWhole ? searchedText(entryWithId(db, row.entry)) : undefined);
    insertInOrder(index, at);
  }
  index.version += 1;
}

const NONE: readonly string[] = [];

/** New entries come at the end or near it; a whole record is sorted once. */
function insertInOrder(index: TimelineIndex, at: number): void {
  const { byOccurred, occurred } = index;
  if (byOccurred === null) return;
  let place = byOccurred.length;
  while (place > 0 && (occurred[byOccurred[place - 1] ?? 0] ?? 0) > (occurred[at] ?? 0)) place -= 1;
  byOccurred.splice(place, 0, at);
}

/** Places in the order of a list. */
export function orderOf(index: TimelineIndex, by: 'occurred' | 'recorded'): readonly number[] | null {
  if (by === 'recorded') return null;
  const { occurred } = index;
  // Sorting is stable, so that what happened at one instant stays in the order of the record.
  index.byOccurred ??= Array.from(occurred.keys()).toSorted(
    (a, b) => (occurred[a] ?? 0) - (occurred[b] ?? 0),
  );
  return index.byOccurred;
}

/** Entries whose words were taken away look different from then on. */
function takeWithheld(db: ReadableDb, index: TimelineIndex): void {
  const withheld = countWithheld(db);
  if (withheld === index.withheld) return;
  index.withheld = withheld;
  for (const entry of new Set(withheldRows(db).map((row) => hex(row.entry)))) {
    const at = placeOfEntry(index, entry);
    const row = timelineRowOf(db, entry);
    if (at === undefined || row === undefined) continue;
    index.tags[at] = tagsBetween(db, row.number - 1, row.number).map(({ tag }) => tag);
    index.occurred[at] = row.occurred ?? row.recorded;
    if (index.reading !== null) index.texts[at] = searchedText(entryWithId(db, entry));
  }
  index.byOccurred = null;
  index.version += 1;
}
