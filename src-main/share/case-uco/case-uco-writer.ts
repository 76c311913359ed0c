import type { JsonObject, RecordHead, RecordWriter } from '../standards/record-writer.ts';
import { withoutNothing } from '../standards/without-nothing.ts';
import { Cast } from './cast.ts';
import { custodyAction } from './custody-action.ts';
import { exhibitNodes } from './exhibit.ts';
import { person } from './person.ts';
import { statement } from './statement.ts';
import { context, dateTime, investigationId, personId, ref } from './terms.ts';

/** Entries that are in the objects of exhibits and people. */
const ELSEWHERE: ReadonlySet<string> = new Set(['evidence', 'custody', 'author']);

/** The record as CASE 1.4.0, a graph in JSON-LD: whatever its entries say is in it, and no bytes of evidence. */
export function caseUcoWriter(head: RecordHead): RecordWriter {
  const cast = new Cast(head.caseId, head.signers);
  const about = investigationId(head.caseId);
  const objects: string[] = [];
  const kept = (nodes: readonly JsonObject[]): readonly JsonObject[] => {
    const all = [...cast.fresh(), ...nodes];
    for (const node of all) objects.push(String(node['@id']));
    return all;
  };
  return {
    begin: `{"@context":${JSON.stringify(context)},"@graph":[`,
    first: () => kept(head.signers.map((signer) => person(signer))),
    exhibit(exhibit) {
      const actions = exhibit.custody.map((event) => custodyAction(event, exhibit.entry.id, cast));
      return kept([...exhibitNodes(exhibit), ...actions]);
    },
    holds: () => true,
    entry: (entry) => (ELSEWHERE.has(entry.view.kind) ? [] : kept([statement(entry, about, cast)])),
    last: () => [investigation(head, objects)],
    end: ']}',
  };
}

const investigation = (head: RecordHead, objects: readonly string[]): JsonObject => ({
  '@id': investigationId(head.caseId),
  '@type': 'case-investigation:Investigation',
  'uco-core:name': head.title,
  'case-investigation:investigationForm': 'incident',
  'case-investigation:investigationStatus': head.sealed ? 'closed' : 'open',
  'uco-core:createdBy': ref(personId(head.founder)),
  'uco-core:objectCreatedTime': dateTime(head.created),
  'uco-core:startTime': dateTime(head.created),
  ...withoutNothing({
    'uco-core:description': head.known,
    // The end of the incident is not that of its investigation.
    'holdfast:incidentEnded': dateTime(head.ended),
  }),
  'uco-core:object': objects.map((id) => ref(id)),
  'holdfast:caseId': head.caseId,
  'holdfast:entries': head.entries,
  'holdfast:fingerprint': head.fingerprint,
  'holdfast:zone': head.zone,
});
