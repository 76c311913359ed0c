import { objectField, textField, textIn } from '../../domain/entry.ts';
import type { CustodyEventView } from '../../evidence/custody-events.ts';
import type { JsonObject } from '../standards/record-writer.ts';
import { withoutNothing } from '../standards/without-nothing.ts';
import type { Cast } from './cast.ts';
import { actionId, dateTime, exhibitId, hexBinary, personId, provenanceId, ref } from './terms.ts';

/** What UCO has no property for, by its name in the record. */
const WORDS = ['purpose', 'authority', 'seal', 'condition', 'method', 'result', 'despite'] as const;

/**
 * An event of a chain of custody as an investigative action (CASE 1.4.0 investigation, UCO 1.4.0 action). Who gave and who
 * received are no performers, and UCO does not tell them apart: they take part, and stand under our own names as well.
 */
export function custodyAction(event: CustodyEventView, exhibit: string, cast: Cast): JsonObject {
  const { entry } = event;
  const named = (field: string): string | undefined => cast.identity(textField(entry, field));
  const [performer, from, to, witness] = ['performed_by', 'from', 'to', 'witness'].map((field) =>
    named(field),
  );
  const place = cast.place(textField(entry, 'location'));
  const tool = cast.tool(textField(entry, 'tool'));
  const until = textIn(objectField(entry, 'occurred'), 'until');
  const [before, after] = [textField(entry, 'hash_before'), textField(entry, 'hash_after')];
  const taking = new Set([from, to, witness].filter((id) => id !== undefined && id !== performer));
  return {
    '@id': actionId(entry.id),
    '@type': 'case-investigation:InvestigativeAction',
    'uco-core:name': `custody-${event.event}`,
    'uco-core:createdBy': ref(personId(entry.header.author)),
    'uco-core:objectCreatedTime': dateTime(entry.header.recorded),
    'uco-action:object': [ref(exhibitId(exhibit))],
    'uco-action:startTime': dateTime(event.at),
    ...withoutNothing({
      'uco-action:endTime': until === '' ? undefined : dateTime(until),
      'uco-action:performer': performer === undefined ? undefined : ref(performer),
      'uco-action:participant': [...taking].map((id) => ref(id ?? '')),
      'uco-action:location': place === undefined ? undefined : [ref(place)],
      'uco-action:instrument': tool === undefined ? undefined : [ref(tool)],
      'uco-action:result': event.event === 'collected' ? [ref(provenanceId(exhibit))] : undefined,
      'holdfast:from': from === undefined ? undefined : ref(from),
      'holdfast:to': to === undefined ? undefined : ref(to),
      'holdfast:witness': witness === undefined ? undefined : ref(witness),
      ...Object.fromEntries(WORDS.map((word) => [`holdfast:${word}`, textField(entry, word)])),
      'holdfast:hashBefore': before === undefined ? undefined : hexBinary(before),
      'holdfast:hashAfter': after === undefined ? undefined : hexBinary(after),
    }),
    'holdfast:entry': entry.id,
    'holdfast:sequence': event.sequence,
    'holdfast:zone': event.zone,
  };
}
