import { OTHER } from '../../index/words.ts';
import { isOfCloudflare } from '../../search/cloudflare-ranges.ts';
import { isPublicAddress } from '../../search/ip-range.ts';
import { Evidence, type Found } from '../found.ts';
import type { Ground } from '../ground.ts';

/** Visitors who came to the server itself, in a log where nearly everybody comes through Cloudflare. */
export interface PastProxy {
  readonly kind: 'past-proxy';
  readonly line: string;
  /** At least so many rows of a source come from Cloudflare … */
  readonly rows: number;
  /** … and at least this share of all that come from the Internet. A server that names its visitors has few of them. */
  readonly share: number;
}

type Origin = 'inside' | 'cloudflare' | 'direct';

export function findPastProxy({ line, rows: least, share }: PastProxy, ground: Ground): Found[] {
  // How a server is reached is seen in every row of its log, also in those that another log has, too.
  const all = ground.allRows(line);
  const reader = ground.reader();
  const origins = new Map<number, Origin>();
  const originOf = (word: number): Origin => {
    if (word === 0 || word === OTHER) return 'inside';
    let origin = origins.get(word);
    if (origin === undefined) origins.set(word, (origin = originOfAddress(ground.nameOf('address', word))));
    return origin;
  };
  const counts = new Map<number, Record<Origin, number>>();
  for (const piece of all.filled()) {
    for (const row of piece) {
      reader.go(row);
      const count = counts.get(reader.source) ?? { inside: 0, cloudflare: 0, direct: 0 };
      counts.set(reader.source, count);
      count[originOf(reader.word('address'))]++;
    }
  }
  const behind = new Set(
    [...counts]
      .filter(
        ([, { cloudflare, direct }]) => cloudflare >= least && cloudflare >= (cloudflare + direct) * share,
      )
      .map(([source]) => source),
  );
  if (behind.size === 0) return [];
  const groups = new Map<number, Evidence>();
  for (const piece of ground.rows(line).filled()) {
    for (const row of piece) {
      reader.go(row);
      const word = reader.word('address');
      if (!behind.has(reader.source) || originOf(word) !== 'direct') continue;
      const evidence = groups.get(word) ?? new Evidence();
      groups.set(word, evidence);
      evidence.add(row, reader.time);
    }
  }
  return [...groups].map(([word, evidence]) => {
    const about = ground.nameOf('address', word);
    return evidence.found(about, ground.lineFor(line, 'address', about));
  });
}

const originOfAddress = (address: string): Origin =>
  !isPublicAddress(address) ? 'inside' : isOfCloudflare(address) ? 'cloudflare' : 'direct';
