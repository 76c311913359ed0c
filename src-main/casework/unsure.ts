import type { ReadableDb } from '../store/db.ts';
import { type Names, namesIn } from './names.ts';
import { standingIn } from './standing-in.ts';

/**
 * Who settles a matter although nobody whom the founder trusts has confirmed that key, or although it is disowned:
 * what they say counts, and is marked (FORMAT.md §6).
 * @param slots such as `phase` or `hold/HASH` (FORMAT.md §10.2)
 * @returns their names, each once
 */
export function unsureIn(db: ReadableDb, slots: readonly string[], names?: Names): string[] {
  const standing = slots.flatMap((slot) => standingIn(db, slot));
  if (standing.length === 0) return [];
  const known = names ?? namesIn(db);
  const doubtful = standing
    .map(({ header }) => known.signedBy(header))
    .filter(({ trust }) => trust === 'unconfirmed' || trust === 'disowned');
  return [...new Set(doubtful.map(({ name }) => name))];
}
