import { fromHex, hex } from '../../domain/bytes.ts';
import { utcIso } from '../../domain/brands.ts';
import { entryView } from '../../casework/entry-view.ts';
import { lookNow, lookedAt } from '../../casework/last-look.ts';
import { listTimeline } from '../../casework/list-timeline.ts';
import { namesIn } from '../../casework/names.ts';
import { placeInTimeline } from '../../casework/place-in-timeline.ts';
import { entryWithId, findEntry } from '../../casework/read-entry.ts';
import { surveyTimeline } from '../../casework/survey-timeline.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { entryByHash } from '../../store/queries/entry.ts';
import { timelineRowOf } from '../../store/queries/timeline.ts';
import { writableOf } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { readAhead, readyIndex } from '../timeline-index.ts';

const searches = ({ search = '' }: { readonly search?: string | undefined }): boolean => search !== '';

export async function list(
  engine: Engine,
  given: RequestOf<'timeline.list'>,
): Promise<ResponseOf<'timeline.list'>> {
  const index = await readyIndex(engine, searches(given));
  return listTimeline(openCaseOf(engine).db, index, given, engine.host.clock.now());
}

export async function survey(
  engine: Engine,
  { buckets, zoom, ...filter }: RequestOf<'timeline.survey'>,
): Promise<ResponseOf<'timeline.survey'>> {
  const index = await readyIndex(engine, searches(filter));
  const { db } = openCaseOf(engine);
  const found = surveyTimeline(db, index, filter, { buckets, zoom }, engine.host.clock.now());
  // Only a window surveys: the next thing that comes may be the first letter of a search.
  readAhead(engine);
  return { ...found, looked: lookedAt(db)?.at ?? null };
}

export async function place(
  engine: Engine,
  { entry, at, ...filter }: RequestOf<'timeline.place'>,
): Promise<ResponseOf<'timeline.place'>> {
  const index = await readyIndex(engine, searches(filter));
  const { db } = openCaseOf(engine);
  const wanted = entry === undefined ? Date.parse(at ?? '') : entry;
  return { index: placeInTimeline(db, index, filter, wanted, engine.host.clock.now()) };
}

export function look(engine: Engine): ResponseOf<'timeline.look'> {
  const at = utcIso(engine.host.clock.now());
  lookNow(writableOf(openCaseOf(engine)), at);
  return { looked: at };
}

export function show(engine: Engine, given: RequestOf<'entry.show'>): ResponseOf<'entry.show'> {
  const { db } = openCaseOf(engine);
  const id = findEntry(db, given.entry);
  const row = entryByHash(db, fromHex(id));
  return {
    entry: entryView(entryWithId(db, id), timelineRowOf(db, id)?.number ?? 0, namesIn(db)),
    header: Buffer.from(row?.header ?? []).toString('utf8'),
    signature: hex(row?.signature ?? new Uint8Array()),
  };
}
