import { ownUuid } from '../standards/own-uuid.ts';
import type { JsonObject } from '../standards/record-writer.ts';
import { withoutNothing } from '../standards/without-nothing.ts';
import { type Tlp, markingId } from './marking.ts';

interface Common {
  /** What makes it this one. */
  readonly seed: string;
  /** UTC, ms. */
  readonly created: string;
  readonly modified: string;
  /** Id of an identity. */
  readonly by?: string;
}

/** Makes the objects of one bundle, each marked. */
export interface StixMaker {
  /** The id that `domain` gives. */
  id(type: string, seed: string): string;
  /** An object of STIX 2.1 §4. */
  domain(type: string, common: Common, own: JsonObject): JsonObject;
  /** One of §6; these have no versions and no creator. @param id from `scoId` */
  observable(type: string, id: string, own: JsonObject): JsonObject;
}

/**
 * STIX 2.1 errata 01 §2.9 wants a drawn UUID (v4) for domain objects, as a “should”, so that ids do not collide; whoever
 * does otherwise needs a namespace of his own. We compute them (v5): two exports of one record must be equal, and a later
 * one must name the same things alike. The marking is a part of an object (§3.6: one version has one set of values), so the
 * same entry under another marking is another object.
 */
export function stixMaker(tlp: Tlp): StixMaker {
  const marked = { object_marking_refs: [markingId(tlp)] };
  const id = (type: string, seed: string): string => `${type}--${ownUuid(`stix/${tlp}/${type}`, seed)}`;
  return {
    id,
    domain: (type, { seed, created, modified, by }, own) => ({
      type,
      spec_version: '2.1',
      id: id(type, seed),
      ...withoutNothing({ created_by_ref: by }),
      created,
      // The clocks of two devices may differ.
      modified: modified < created ? created : modified,
      ...withoutNothing(own),
      ...marked,
    }),
    observable: (type, given, own) => ({
      type,
      spec_version: '2.1',
      id: given,
      ...withoutNothing(own),
      ...marked,
    }),
  };
}

/** Where a thing stands in the record (STIX 2.1 §2.5). */
export const inRecord = (entry: string, description?: string): JsonObject => ({
  source_name: 'holdfast',
  ...withoutNothing({ description }),
  external_id: entry,
});
