import { statSync } from 'node:fs';
import type { ResponseOf } from '../../contract/index.ts';
import { kinds } from '../../domain/kinds/index.ts';
import { storedSizes } from '../../share/stored-sizes.ts';
import type { ReadableDb } from '../../store/db.ts';
import { countEntries } from '../../store/queries/entry.ts';
import { countFields, lastNumber } from '../../store/queries/timeline.ts';
import { inSlices } from '../in-slices.ts';
import { type Engine, openCaseOf } from '../state.ts';

/** What a copy would take along, before one is made. Reads no evidence. */
export async function sizes(engine: Engine): Promise<ResponseOf<'share.sizes'>> {
  const { db, path } = openCaseOf(engine);
  const personal = await inSlices(countPersonal(db));
  return { entries: countEntries(db), file: statSync(path).size, ...storedSizes(db), personal };
}

/** `KIND/FIELD` of every field that is personal (FORMAT.md §8). */
const PERSONAL = Object.values(kinds).flatMap(({ name, personal }) =>
  personal.map((field) => `${name}/${field}`),
);

/** Entries looked at in one slice. */
const SLICE = 1000;

function* countPersonal(db: ReadableDb): Generator<undefined, number> {
  let found = 0;
  for (let from = 1; from <= lastNumber(db); from += SLICE) {
    found += countFields(db, from, from + SLICE - 1, PERSONAL);
    yield;
  }
  return found;
}
