import type { JsonObject, RecordHead, Signer } from '../standards/record-writer.ts';
import type { StixMaker } from './stix-object.ts';

export const signerId = (make: StixMaker, key: string): string => make.id('identity', `key/${key}`);

/** An author (STIX 2.1 errata 01 §4.5). A key that introduced itself anew is a new version of the same identity. */
export const signerIdentity = (make: StixMaker, { key, name, role, first, last }: Signer): JsonObject =>
  make.domain(
    'identity',
    { seed: `key/${key}`, created: first, modified: last },
    {
      name: name ?? `key ${key.slice(0, 8)}`,
      description: `Whoever signed with the Ed25519 key ${key}.`,
      roles: role === null || role === '' ? [] : [role],
      identity_class: 'individual',
    },
  );

/** The organisation whose incident it is. */
export const organisationIdentity = (
  make: StixMaker,
  { caseId, created, organisation }: RecordHead,
): readonly JsonObject[] =>
  organisation === null
    ? []
    : [
        make.domain(
          'identity',
          { seed: `organisation/${caseId}`, created, modified: organisation.since },
          { name: organisation.name, identity_class: 'organization' },
        ),
      ];
