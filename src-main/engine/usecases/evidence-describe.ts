import { zoneOf } from '../../casework/case-facts.ts';
import { viewOfNew } from '../../casework/entry-view.ts';
import { entryWithId } from '../../casework/read-entry.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { understandTime } from '../../domain/time/understand.ts';
import { describeExhibit } from '../../evidence/describe-exhibit.ts';
import { describedOf } from '../../evidence/described.ts';
import { exhibitView } from '../../evidence/exhibit-view.ts';
import { exhibitOf, findExhibit } from '../../evidence/find-exhibit.ts';
import { registerThing } from '../../evidence/register-thing.ts';
import { writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { detailsOf } from './evidence-details.ts';

export function addThing(
  engine: Engine,
  given: RequestOf<'evidence.add-thing'>,
): ResponseOf<'evidence.add-thing'> {
  const opened = openCaseOf(engine);
  const session = writing(opened);
  const now = engine.host.clock.now();
  const caseZone = zoneOf(opened.db);
  const [entry, collected] = registerThing(session, {
    title: given.title,
    type: given.type ?? 'thing',
    occurred: given.at === undefined ? undefined : understandTime(given.at, given.zone ?? caseZone, now),
    details: { ...detailsOf(given, caseZone, now), held_by: given.heldBy, location: given.location },
    seal: given.seal,
  });
  engine.wrote([entry.id, collected.id]);
  return { exhibit: exhibitView(opened.db, exhibitOf(opened.db, entry.id)) };
}

export function describe(
  engine: Engine,
  given: RequestOf<'evidence.describe'>,
): ResponseOf<'evidence.describe'> {
  const opened = openCaseOf(engine);
  const session = writing(opened);
  const row = findExhibit(opened.db, given.exhibit);
  const known = describedOf(opened.db, entryWithId(opened.db, row.entry)).now.zone;
  const zone = typeof known === 'string' ? known : zoneOf(opened.db);
  const entry = describeExhibit(session, row, {
    title: given.title,
    type: given.type,
    ...detailsOf(given, zone, engine.host.clock.now()),
    reason: given.reason,
  });
  engine.wrote([entry.id]);
  return { entry: viewOfNew(opened.db, entry), exhibit: exhibitView(opened.db, row) };
}
