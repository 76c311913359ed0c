import { uuidV5 } from './uuid-v5.ts';

/** Drawn once, for what Holdfast names: no other program has names in it. */
const NAMESPACE = 'e16b9e20-0feb-4ab1-ba83-b09a9bb4e27a';

/**
 * The id of a thing of a record. Two exports of one record must be equal, and one that is made later must name the same
 * things alike, so it is computed and not drawn.
 * @param type one part of the name, so that no two kinds of things share a UUID
 * @param seed what makes the thing this one: the hash of its entry, a key, the id of the case
 */
export const ownUuid = (type: string, seed: string): string => uuidV5(NAMESPACE, `${type}/${seed}`);
