import type { CustodyStep } from '../domain/custody/step.ts';
import { type Entry, objectField, textField } from '../domain/entry.ts';
import { type CustodyEventName, custodyEvents } from '../domain/kinds/custody.ts';
import type { ReadableDb } from '../store/db.ts';
import { custodyEntriesOf } from '../store/queries/exhibit.ts';
import { entryWithId } from '../casework/read-entry.ts';
import { zoneOf } from '../casework/case-facts.ts';

/** One event of an exhibit's chain of custody, as people and scripts see it. */
export interface CustodyEventView extends CustodyStep {
  readonly sequence: number;
  readonly entry: Entry;
  readonly number: number;
  readonly at: string;
  readonly zone: string;
  /** Of a disposal: the stored bytes left the file. */
  readonly released: boolean;
}

/** The chain of custody of an exhibit, in the order of the record. */
export function custodyOf(db: ReadableDb, evidence: string): CustodyEventView[] {
  const caseZone = zoneOf(db);
  return custodyEntriesOf(db, evidence).map(({ number, entry }, i) =>
    custodyEventView(entryWithId(db, entry), { number, sequence: i + 1, caseZone }),
  );
}

/** An entry as an event of the chain that it belongs to. */
export function custodyEventView(
  entry: Entry,
  {
    number,
    sequence,
    caseZone,
  }: { readonly number: number; readonly sequence: number; readonly caseZone: string },
): CustodyEventView {
  const occurred = objectField(entry, 'occurred');
  return {
    sequence,
    id: entry.id,
    entry,
    number,
    event: eventName(textField(entry, 'event')),
    performedBy: textField(entry, 'performed_by') ?? 'name withheld',
    from: textField(entry, 'from'),
    to: textField(entry, 'to'),
    location: textField(entry, 'location'),
    seal: textField(entry, 'seal'),
    condition: textField(entry, 'condition'),
    acknowledges: textField(entry, 'acknowledges'),
    despite: textField(entry, 'despite'),
    whole: Object.keys(entry.fields).length >= entry.header.fields.length,
    released: entry.fields['released'] === true,
    at: typeof occurred?.['utc'] === 'string' ? occurred['utc'] : entry.header.recorded,
    zone: typeof occurred?.['zone'] === 'string' ? occurred['zone'] : caseZone,
  };
}

const eventName = (text: string | undefined): CustodyEventName =>
  custodyEvents.find((event) => event === text) ?? 'examined';
