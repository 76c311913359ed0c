import { wantedLogs } from '../../casework/logs/wanted-logs.ts';
import { type Names, namesIn } from '../../casework/names.ts';
import { entryWithId, withEntries } from '../../casework/read-entry.ts';
import type { DetailChange, Exhibit } from '../../contract/evidence.ts';
import type { MissingLog } from '../../contract/log.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { textField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { viewName } from '../../domain/exhibit-details.ts';
import { custodyOf } from '../../evidence/custody-events.ts';
import { describedOf } from '../../evidence/described.ts';
import { exhibitView } from '../../evidence/exhibit-view.ts';
import { findExhibit } from '../../evidence/find-exhibit.ts';
import { holdOf } from '../../evidence/hold.ts';
import { retentionItem } from '../../evidence/retention-list.ts';
import { retentionGround } from '../../evidence/retention.ts';
import type { ReadableDb } from '../../store/db.ts';
import { custodyEntriesOfMany, exhibits } from '../../store/queries/exhibit.ts';
import { entriesAbout } from '../../store/queries/standing.ts';
import { timelineRowOf } from '../../store/queries/timeline.ts';
import { custodyData } from '../custody-data.ts';
import { inSlices } from '../in-slices.ts';
import { type Engine, openCaseOf } from '../state.ts';

/** Exhibits that are looked at in one piece: some milliseconds. */
const SLICE = 50;

/** All exhibits. Of ten thousand it takes a second, so others are served in between. */
export async function list(engine: Engine): Promise<ResponseOf<'evidence.list'>> {
  const { db } = openCaseOf(engine);
  const ground = retentionGround(db);
  const names = namesIn(db);
  const rows = exhibits(db);
  return { exhibits: await inSlices(views()), missingLogs: missingLogs(db, names) };

  function* views(): Generator<undefined, Exhibit[]> {
    const all: Exhibit[] = [];
    for (let at = 0; at < rows.length; at += SLICE) {
      if (at > 0) yield;
      // A case that was closed in between has no exhibits to show.
      if (openCaseOf(engine).db !== db) throw new CaseError('no-case');
      const slice = rows.slice(at, at + SLICE);
      const ids = slice.map(({ entry }) => entry);
      withEntries(db, [...ids, ...custodyEntriesOfMany(db, ids)], () => {
        for (const row of slice) all.push(exhibitView(db, row, undefined, ground, names));
      });
    }
    return all;
  }
}

export function show(engine: Engine, given: RequestOf<'evidence.show'>): ResponseOf<'evidence.show'> {
  const { db } = openCaseOf(engine);
  const row = findExhibit(db, given.exhibit);
  const custody = custodyOf(db, row.entry);
  const names = namesIn(db);
  const ground = retentionGround(db);
  const exhibit = exhibitView(db, row, custody, ground, names);
  const history = describedOf(db, entryWithId(db, row.entry)).history.map(
    ({ name, before, after, entry }) => {
      const reason = textField(entry, 'reason');
      return {
        field: viewName(name),
        before,
        after,
        at: entry.header.recorded,
        by: names.nameOf(entry.header.author),
        author: names.signedBy(entry.header),
        ...(reason === undefined ? {} : { reason }),
        entry: entry.id,
        number: timelineRowOf(db, entry.id)?.number ?? 0,
      } as DetailChange;
    },
  );
  return {
    exhibit,
    custody: custodyData(custody, row.label, names),
    holder: exhibit.holder,
    history,
    retention: retentionItem(db, row, exhibit, custody, ground, engine.host.clock.now()),
    holds: holdOf(db, row.entry).by.map((entry) => {
      const why = textField(entry, 'why');
      return {
        at: entry.header.recorded,
        author: names.signedBy(entry.header),
        ...(why === undefined ? {} : { why }),
      };
    }),
    linked: linkedEntries(db, row.entry),
    missingLogs: missingLogs(db, names),
  };
}

/** What no exhibit can say of itself: logs that are wanted and not here, or that nobody read. */
const missingLogs = (db: ReadableDb, names: Names): MissingLog[] =>
  wantedLogs(db, names).flatMap(({ id, title, host, missing }) =>
    missing.length === 0 ? [] : [{ id, title, host, missing }],
  );

/** The entries that an exhibit was linked to, each once. */
function linkedEntries(db: ReadableDb, evidence: string): { entry: string; number: number }[] {
  const linked = entriesAbout(db, evidence, 'attachment').flatMap(
    ({ entry }) => textField(entryWithId(db, entry), 'entry') ?? [],
  );
  return [...new Set(linked)].map((entry) => ({ entry, number: timelineRowOf(db, entry)?.number ?? 0 }));
}
