import { zoneOf } from '../../casework/case-facts.ts';
import { namesIn, viewOfNew } from '../../casework/entry-view.ts';
import { entryWithId } from '../../casework/read-entry.ts';
import type { CustodyEvent, DetailChange, Exhibit } from '../../contract/evidence.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { textField } from '../../domain/entry.ts';
import { viewName } from '../../domain/exhibit-details.ts';
import { understandTime } from '../../domain/time/understand.ts';
import { type CustodyEventView, custodyOf } from '../../evidence/custody-events.ts';
import { describedOf } from '../../evidence/described.ts';
import { exhibitView } from '../../evidence/exhibit-view.ts';
import { findExhibit } from '../../evidence/find-exhibit.ts';
import { recordCustody } from '../../evidence/record-custody.ts';
import { exhibits } from '../../store/queries/exhibit.ts';
import { timelineRowOf } from '../../store/queries/timeline.ts';
import { writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';

export function list(engine: Engine): { exhibits: Exhibit[] } {
  const { db } = openCaseOf(engine);
  return { exhibits: exhibits(db).map((row) => exhibitView(db, row)) };
}

export function show(engine: Engine, given: RequestOf<'evidence.show'>): ResponseOf<'evidence.show'> {
  const { db } = openCaseOf(engine);
  const row = findExhibit(db, given.exhibit);
  const custody = custodyOf(db, row.entry);
  const exhibit = exhibitView(db, row, custody);
  const names = namesIn(db);
  const history = describedOf(db, entryWithId(db, row.entry)).history.map(
    ({ name, before, after, entry }) => {
      const reason = textField(entry, 'reason');
      return {
        field: viewName(name),
        before,
        after,
        at: entry.header.recorded,
        by: names.nameOf(entry.header.author),
        ...(reason === undefined ? {} : { reason }),
        entry: entry.id,
        number: timelineRowOf(db, entry.id)?.number ?? 0,
      } as DetailChange;
    },
  );
  return { exhibit, custody: custody.map((event) => eventData(event)), holder: exhibit.holder, history };
}

export function record(engine: Engine, given: RequestOf<'custody.record'>): ResponseOf<'custody.record'> {
  const opened = openCaseOf(engine);
  const session = writing(opened);
  const zone = given.zone ?? zoneOf(opened.db);
  const entry = recordCustody(session, {
    exhibit: given.exhibit,
    event: given.event,
    from: given.from,
    to: given.to,
    witness: given.witness,
    purpose: given.purpose,
    authority: given.authority,
    location: given.location,
    seal: given.seal,
    condition: given.condition,
    method: given.method,
    occurred: given.at === undefined ? undefined : understandTime(given.at, zone, engine.host.clock.now()),
    despite: given.despite,
  });
  engine.wrote([entry.id]);
  return { entry: viewOfNew(opened.db, entry) };
}

const WORDS = [
  'from',
  'to',
  'witness',
  'purpose',
  'authority',
  'location',
  'seal',
  'condition',
  'method',
  'tool',
  'result',
  'despite',
] as const;

function eventData({
  sequence,
  entry,
  number,
  event,
  at,
  zone,
  performedBy,
}: CustodyEventView): CustodyEvent {
  const words = Object.fromEntries(
    WORDS.flatMap((name) => {
      const value = textField(entry, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const before = textField(entry, 'hash_before');
  const after = textField(entry, 'hash_after');
  return {
    ...words,
    sequence,
    entry: entry.id,
    number,
    event,
    at,
    zone,
    performedBy,
    recorded: entry.header.recorded,
    ...(before === undefined ? {} : { hashBefore: before }),
    ...(after === undefined ? {} : { hashAfter: after }),
  };
}
