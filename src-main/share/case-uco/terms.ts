import { ownUuid } from '../standards/own-uuid.ts';

/**
 * CASE 1.4.0 and UCO 1.4.0 as their documents of that version define them: `case/investigation/1.4.0` at
 * ontology.caseontology.org and `uco/{action,core,identity,location,observable,tool,types}/1.4.0` at
 * ontology.unifiedcyberontology.org. What has no class or property there stands under `holdfast:`, which is ours.
 */
export const context = {
  'case-investigation': 'https://ontology.caseontology.org/case/investigation/',
  'uco-action': 'https://ontology.unifiedcyberontology.org/uco/action/',
  'uco-core': 'https://ontology.unifiedcyberontology.org/uco/core/',
  'uco-identity': 'https://ontology.unifiedcyberontology.org/uco/identity/',
  'uco-location': 'https://ontology.unifiedcyberontology.org/uco/location/',
  'uco-observable': 'https://ontology.unifiedcyberontology.org/uco/observable/',
  'uco-tool': 'https://ontology.unifiedcyberontology.org/uco/tool/',
  'uco-types': 'https://ontology.unifiedcyberontology.org/uco/types/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  // No name in the web is ours, and these lead nowhere.
  holdfast: 'urn:holdfast:terms:',
  kb: 'urn:holdfast:kb:',
} as const;

/** UCO §UcoThing: everything has an IRI, which should end in a UUID. */
export const kb = (type: string, seed: string): string => `kb:${type}-${ownUuid(`case-uco/${type}`, seed)}`;

export const ref = (id: string): { readonly '@id': string } => ({ '@id': id });

/** @param utc ISO 8601 in UTC, or nothing */
export const dateTime = (utc: string | null | undefined) =>
  utc === null || utc === undefined ? undefined : { '@type': 'xsd:dateTime', '@value': utc };

export const hexBinary = (hex: string) => ({ '@type': 'xsd:hexBinary', '@value': hex });

export const exhibitId = (entry: string): string => kb('exhibit', entry);
export const provenanceId = (entry: string): string => kb('provenance-record', entry);
export const personId = (key: string): string => kb('person', key);
export const statementId = (entry: string): string => kb('annotation', entry);
export const actionId = (entry: string): string => kb('action', entry);
export const investigationId = (caseId: string): string => kb('investigation', caseId);
