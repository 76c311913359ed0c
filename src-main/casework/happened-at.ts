import { type Entry, objectField } from '../domain/entry.ts';

/** When it happened, or when it was written down where that was not said; ms since 1970 UTC. */
export function happenedAt(entry: Entry): number {
  const utc = objectField(entry, 'occurred')?.['utc'];
  return Date.parse(typeof utc === 'string' ? utc : entry.header.recorded);
}
