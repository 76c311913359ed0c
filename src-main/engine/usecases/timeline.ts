import { fromHex, hex } from '../../domain/bytes.ts';
import { entryView } from '../../casework/entry-view.ts';
import { namesIn } from '../../casework/names.ts';
import { listTimeline } from '../../casework/list-timeline.ts';
import { entryWithId, findEntry } from '../../casework/read-entry.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { entryByHash } from '../../store/queries/entry.ts';
import { timelineRowOf } from '../../store/queries/timeline.ts';
import { type Engine, openCaseOf } from '../state.ts';

export function list(engine: Engine, given: RequestOf<'timeline.list'>): ResponseOf<'timeline.list'> {
  return listTimeline(openCaseOf(engine).db, given, engine.host.clock.now());
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
