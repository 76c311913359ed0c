import { hex } from '../domain/bytes.ts';
import type { Json } from '../domain/canonical.ts';
import type { ReadableDb } from '../store/db.ts';
import { type FieldText, fieldsAfter } from '../store/queries/entry.ts';
import { type Column, wordAt } from './column.ts';
import { growPlaces, placeOfEntry } from './place-of-entry.ts';
import { entryWithId } from './read-entry.ts';
import { notSearched, searchedText } from './searched-text.ts';

/** Fields of one slice: about ten milliseconds. */
const SLICE = 1000;
/** Ids that are made known in one slice. */
const IDS = 10_000;

interface Texts {
  readonly ids: readonly string[];
  readonly kinds: Column;
  readonly texts: (string | undefined)[];
  readonly places: Map<string, number>;
}

/** Reads what is searched of all entries, in the order of the file: one pass is ten times quicker than entry by entry. */
export function* textsInSlices(db: ReadableDb, index: Texts): Generator<undefined, void> {
  let open: { readonly place: number; readonly fields: Record<string, Json> } | null = null;
  const close = (): void => {
    if (open === null) return;
    const { place, fields } = open;
    // Words that were withheld since its first field was read stay away.
    index.texts[place] ??= searchedText({ header: { kind: wordAt(index.kinds, place) }, fields });
    open = null;
  };
  const take = ({ entry, name, value }: FieldText): void => {
    const place = placeOfEntry(index, hex(entry));
    if (place === undefined) return;
    if (open?.place !== place) {
      close();
      open = { place, fields: {} };
    }
    if (value !== null) open.fields[name] = parsed(value);
  };
  while (index.places.size < index.ids.length) {
    growPlaces(index, index.places.size + IDS);
    yield;
  }
  for (let last = 0; ;) {
    const rows = fieldsAfter(db, last, SLICE, notSearched);
    for (const row of rows) take(row);
    const end = rows.at(-1)?.place;
    if (end === undefined) break;
    last = end;
    yield;
  }
  close();
  // Entries without any field of their own say what their kind says.
  for (const [place, text] of index.texts.entries()) {
    const id = index.ids[place];
    if (text === undefined && id !== undefined) index.texts[place] = searchedText(entryWithId(db, id));
  }
}

/** A value that is no JSON is damage, which reading the entry and `verify` tell of; nothing is found in it. */
function parsed(value: string): Json {
  try {
    return JSON.parse(value) as Json;
  } catch {
    return null;
  }
}
