import type { Digest } from '../digest.ts';
import { fingerprintsIn } from '../fixed.ts';
import type { Standing } from '../projection/standing.ts';
import { type RecordProblem, recordProblem } from '../record-problem.ts';
import { type Judgement, type Trust, trustIn } from '../trust.ts';
import type { CheckedEntry } from './check-batch.ts';

/** How far somebody outside, or an authority, fixes the record. */
export interface Witnessed {
  readonly problems: readonly RecordProblem[];
  /** The witness that fixes the most entries; null where there is none that counts. */
  readonly anchored: Anchor | null;
  /** Entries that it fixes. */
  readonly fixed: number;
}

export interface Anchor {
  readonly entry: string;
  /** Somebody who was told, or a time stamp of an authority; whose certificate that is, is not asked here. */
  readonly kind: 'witness' | 'timestamp';
  /** Instant at which somebody was told, or at which the authority says that it stamped. */
  readonly at: string;
  /** Highest number among the entries that it fixes; equal to their count unless the record had branched. */
  readonly upTo: number;
  readonly trust: Trust;
}

/** Entries with a readable header, in their total order: the number of the first is 1. */
export type Placed = Pick<CheckedEntry, 'id' | 'says'> & {
  readonly header: NonNullable<CheckedEntry['header']>;
};

/**
 * Finds the witness that fixes the most entries. What a disowned key says of a witness does not count; a witness of
 * an unconfirmed one counts and is marked.
 */
export function witnessed(digest: Digest, order: readonly Placed[], { present }: Standing): Witnessed {
  const witnesses = order.flatMap((entry) =>
    entry.says?.kind === 'witness' || entry.says?.kind === 'timestamp' ? [{ entry, says: entry.says }] : [],
  );
  if (witnesses.length === 0) return { problems: [], anchored: null, fixed: 0 };
  const trust = trustIn(order[0]?.header.author ?? '', judgements(order, present));
  const prints = fingerprintsIn(
    digest,
    order.map(({ id, header }) => ({ id, parents: header.parents })),
  );
  const problems: RecordProblem[] = [];
  const found = new Map<string, readonly number[] | null>();
  let anchored: Anchor | null = null;
  let fixed = 0;
  for (const { entry, says } of witnesses) {
    let places = found.get(says.head);
    if (places === undefined) {
      places = prints.find(says.head)?.places ?? null;
      found.set(says.head, places);
    }
    if (places === null) {
      problems.push(recordProblem(`${says.kind}-unknown`, { entry: entry.id }));
      continue;
    }
    const trusted = trust.trustOf(entry.header.author, entry.header.recorded);
    if (trusted === 'disowned' || places.length <= fixed) continue;
    fixed = places.length;
    const upTo = places.reduce((most, place) => Math.max(most, place + 1), 0);
    anchored = { entry: entry.id, kind: says.kind, at: says.at, upTo, trust: trusted };
  }
  return { problems, anchored, fixed };
}

function judgements(order: readonly Placed[], present: Standing['present']): Judgement[] {
  return [...present].flatMap(([slot, numbers]) =>
    slot.startsWith('trust/')
      ? numbers.flatMap((number) => {
          const entry = order[number - 1];
          if (entry?.says?.kind !== 'judgement') return [];
          const { author: judge, recorded } = entry.header;
          const { kind: _, ...verdict } = entry.says;
          return [{ ...verdict, judge, recorded }];
        })
      : [],
  );
}
