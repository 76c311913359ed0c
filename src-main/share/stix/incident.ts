import type { JsonObject, RecordHead } from '../standards/record-writer.ts';
import { signerId } from './identity.ts';
import type { StixMaker } from './stix-object.ts';

export const incidentId = (make: StixMaker, caseId: string): string => make.id('incident', caseId);

/** The incident: STIX 2.1 errata 01 §4.6 has a name and a description for it, and no more. */
export const incident = (make: StixMaker, head: RecordHead): JsonObject =>
  make.domain(
    'incident',
    { seed: head.caseId, created: head.created, modified: head.newest, by: signerId(make, head.founder) },
    {
      name: head.title,
      description: head.known.length === 0 ? undefined : head.known.join('\n'),
      external_references: [
        {
          source_name: 'holdfast',
          description: `Case ${head.caseId}, ${head.entries} entries, fingerprint ${head.fingerprint}`,
          external_id: head.caseId,
        },
      ],
    },
  );

/** Holds everything (§4.16), of this state of the record. */
export const report = (make: StixMaker, head: RecordHead, refs: readonly string[]): JsonObject =>
  make.domain(
    'report',
    {
      seed: `${head.caseId}/${head.fingerprint}`,
      created: head.newest,
      modified: head.newest,
      by: signerId(make, head.founder),
    },
    {
      name: head.title,
      description: `The record of an incident with ${head.entries} entries, as its fingerprint ${head.fingerprint} fixes it.`,
      report_types: ['observed-data'],
      published: head.newest,
      object_refs: refs,
    },
  );
