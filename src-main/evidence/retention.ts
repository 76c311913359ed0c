import type { Json } from '../domain/canonical.ts';
import { type Entry, objectField, textField, textIn } from '../domain/entry.ts';
import { evidenceTypes } from '../domain/kinds/evidence.ts';
import { type IncidentEnd, incidentEnd } from '../domain/retention/incident-end.ts';
import { type Retention, retentionOf } from '../domain/retention/retention-of.ts';
import { RETENTION } from '../domain/retention/rules.ts';
import { checkZone } from '../domain/time/zone.ts';
import { entryWithId } from '../casework/read-entry.ts';
import type { ReadableDb } from '../store/db.ts';
import { entriesAbout, standingRows } from '../store/queries/standing.ts';

/** What retention needs to know of the case, asked once for a whole list. */
export interface RetentionGround {
  readonly end: IncidentEnd;
  /** The case's zones: several where they are in conflict. */
  readonly zones: readonly string[];
}

const standingValues = (db: ReadableDb, fact: string): (Json | undefined)[] =>
  standingRows(db, `fact/${fact}`).map(({ entry }) => entryWithId(db, entry).fields['value']);

export function retentionGround(db: ReadableDb): RetentionGround {
  const zones = standingValues(db, 'zone').filter((zone) => typeof zone === 'string' && isZone(zone));
  return {
    end: incidentEnd(standingValues(db, 'ended')),
    zones: zones.length === 0 ? ['UTC'] : (zones as string[]),
  };
}

/** A newer program may know zones that this one does not. */
function isZone(zone: string): boolean {
  try {
    return checkZone(zone) === zone;
  } catch {
    return false;
  }
}

/** How long an exhibit is kept. */
export function exhibitRetention(db: ReadableDb, entry: Entry, ground: RetentionGround): Retention {
  const occurred = objectField(entry, 'occurred');
  // Of a span, its end: the later one counts.
  const collected = textIn(occurred, 'until') || textIn(occurred, 'utc') || entry.header.recorded;
  const said = [
    entry,
    ...entriesAbout(db, entry.id, 'evidence-detail').map(({ entry: id }) => entryWithId(db, id)),
  ].map((words) => textField(words, 'type'));
  const types = evidenceTypes.filter((type) => said.includes(type));
  return retentionOf({ collectedMs: Date.parse(collected), types }, ground.end, ground.zones, RETENTION);
}
