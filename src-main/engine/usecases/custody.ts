import { zoneOf } from '../../casework/case-facts.ts';
import { viewOfNew } from '../../casework/entry-view.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { understandTime } from '../../domain/time/understand.ts';
import { utcIso } from '../../domain/brands.ts';
import { recordHold } from '../../evidence/hold.ts';
import { recordCustody } from '../../evidence/record-custody.ts';
import { releaseExhibit } from '../../evidence/release-exhibit.ts';
import { retentionGround } from '../../evidence/retention.ts';
import { retentionList } from '../../evidence/retention-list.ts';
import { writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';

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

export function hold(engine: Engine, given: RequestOf<'evidence.hold'>): ResponseOf<'evidence.hold'> {
  const opened = openCaseOf(engine);
  const entry = recordHold(writing(opened), given);
  engine.wrote([entry.id]);
  return { entry: viewOfNew(opened.db, entry) };
}

export function retention(engine: Engine): ResponseOf<'evidence.retention'> {
  const { db } = openCaseOf(engine);
  const { end } = retentionGround(db);
  return {
    ended: end.ended ? utcIso(end.atMs) : null,
    zone: zoneOf(db),
    items: retentionList(db, engine.host.clock.now()),
  };
}

export function release(
  engine: Engine,
  given: RequestOf<'evidence.release'>,
): ResponseOf<'evidence.release'> {
  const opened = openCaseOf(engine);
  const { entry, freed, leftOver } = releaseExhibit(writing(opened), given);
  engine.wrote([entry.id]);
  return { entry: viewOfNew(opened.db, entry), freed, leftOver };
}
