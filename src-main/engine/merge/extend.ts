import type { EntryId } from '../../domain/brands.ts';
import type { CheckedEntry } from '../../domain/record/check-batch.ts';
import type { Sides, United } from './unite.ts';

/** Two records as they were looked at, and what decides whether later entries stand behind all of theirs. */
export interface Before {
  readonly united: United;
  /** Entries of the union. */
  readonly entries: number;
  /** The latest `recorded` of either side. */
  readonly latest: string;
  /** By writer (`author/writer`): its highest number in the other record. */
  readonly others: ReadonlyMap<string, number>;
}

export function beforeOf({ here, there }: Pick<Sides, 'here' | 'there'>, united: United): Before {
  let latest = '';
  for (const { header } of [...here, ...there]) {
    if (header !== null && header.recorded > latest) latest = header.recorded;
  }
  const others = new Map<string, number>();
  for (const entry of there) {
    const writer = writerOf(entry);
    others.set(writer, Math.max(others.get(writer) ?? 0, entry.header?.n ?? 0));
  }
  return { united, entries: here.length + united.accepted.length, latest, others };
}

/**
 * The union with notes that were written here since, or null where everything has to be looked at again. Notes that
 * follow each other, from an end of the union on, later than everything in it, stand behind all of it in the total order
 * (FORMAT.md §7.2): no other number changes. That spares writers a second of waiting.
 * @param late the entries that were written since, in the order of the file
 */
export function extend(before: Before, late: readonly CheckedEntry[]): Before | null {
  const { united, others } = before;
  const ends = new Set<string>(united.tips);
  const renumbered = [...united.renumbered];
  let { entries, latest } = before;
  let previous: EntryId | null = null;
  for (const entry of late) {
    const { header, number, id } = entry;
    if (header === null || number === null || !isPlain(entry)) return null;
    if (header.recorded <= latest || header.n <= (others.get(writerOf(entry)) ?? 0)) return null;
    if (previous !== null && !header.parents.includes(previous)) return null;
    // A parent that is no end was continued before: the record branches there.
    if (header.parents.length === 0 || !header.parents.every((parent) => ends.delete(parent))) return null;
    ends.add(id);
    entries += 1;
    latest = header.recorded;
    previous = id as EntryId;
    if (number !== entries) renumbered.push([number, entries]);
  }
  return {
    united: {
      ...united,
      renumbered,
      tips: [...ends].toSorted(),
      onlyHere: united.onlyHere + late.length,
    },
    entries,
    latest,
    others,
  };
}

/** It takes no slot and says nothing of other entries. */
const isPlain = ({ slots, allows, says, nonce, missing }: CheckedEntry): boolean =>
  slots.length + missing.length === 0 && allows === null && says === null && nonce === null;

const writerOf = ({ header }: CheckedEntry): string => `${header?.author ?? ''}/${header?.writer ?? ''}`;
