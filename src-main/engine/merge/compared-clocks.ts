import { entryWithId } from '../../casework/read-entry.ts';
import type { Preview } from '../../contract/merge.ts';
import { numberField } from '../../domain/entry.ts';
import type { ReadableDb } from '../../store/db.ts';
import { timelineRows } from '../../store/queries/timeline.ts';
import type { Survey } from './survey.ts';

/**
 * What is known of the clocks of those whose entries would come in: from comparisons with other clocks, and from the order
 * of entries. Nothing of those of whom neither tells.
 */
export function comparedClocks(
  { db, other }: { readonly db: ReadableDb; readonly other: ReadableDb },
  { authors, clocks, own }: Pick<Survey, 'authors' | 'clocks' | 'own'>,
): Omit<Preview['clocks'][number], 'name'>[] {
  if (own === null) return [];
  // What each wrote last stands in their own file.
  const [mine, theirs] = [lastChecks(db), lastChecks(other)];
  const ownOffset = mine.get(own);
  return authors.flatMap(({ key }) => {
    if (key === own) return [];
    const { least = null, most = null } = clocks.find((bounds) => bounds.key === key) ?? {};
    const offset = theirs.get(key);
    const compared = offset === undefined || ownOffset === undefined ? null : offset - ownOffset;
    return compared === null && least === null && most === null ? [] : [{ key, compared, least, most }];
  });
}

/** By author: how far its clock was ahead when it was compared last, in ms. */
function lastChecks(db: ReadableDb): Map<string, number> {
  return new Map(
    timelineRows(db, { kinds: ['clock-check'], by: 'recorded' }, 0, -1).flatMap(({ author, entry }) => {
      const offset = numberField(entryWithId(db, entry), 'offset_ms');
      return offset === undefined ? [] : [[author, offset] as const];
    }),
  );
}
