import { isPublicAddress } from '../../search/ip-range.ts';
import { Evidence, type Found } from '../found.ts';
import type { Ground } from '../ground.ts';
import { periodsWithRows } from '../periods.ts';
import type { By } from '../row-reader.ts';
import { counted } from '../words-of.ts';

/** A value that was not there before, in a log that reaches back far enough to know it. */
export interface FirstSeen {
  readonly kind: 'first-seen';
  readonly line: string;
  readonly by: By;
  /** Only values that are addresses of the Internet. */
  readonly isPublic: boolean;
  /** Not seen in so many days before. */
  readonly days: number;
  /** Days with rows that must lie before it: in a log that begins on that day everything is new. */
  readonly history: number;
}

const DAY = 86_400_000;

interface Fresh {
  readonly evidence: Evidence;
  /** Days before on which the log has rows. */
  readonly known: number;
}

export function findFirstSeen(rule: FirstSeen, ground: Ground): Found[] {
  const { line, by, isPublic, days, history } = rule;
  const past = [...periodsWithRows(ground, DAY)].toSorted((a, b) => a - b);
  const seen = new Map<number, number>();
  const fresh = new Map<number, Fresh>();
  const reader = ground.reader();
  for (const piece of ground.rows(line).filled()) {
    for (const row of piece) {
      reader.go(row);
      const [key, time] = [reader.value(by), reader.time];
      if (key === null || time === null) continue;
      const before = seen.get(key);
      seen.set(key, time);
      const begun = fresh.get(key);
      if (begun !== undefined) begun.evidence.add(row, time);
      else if (before === undefined || time - before > days * DAY) {
        const known = daysBefore(past, Math.floor(time / DAY), days);
        if (known < history || (isPublic && !isPublicAddress(ground.nameOf(by, key)))) continue;
        const evidence = new Evidence();
        evidence.add(row, time);
        fresh.set(key, { evidence, known });
      }
    }
  }
  return [...fresh].map(([key, { evidence, known }]) => {
    const about = ground.nameOf(by, key);
    const detail = `not there on the ${counted(known, 'day')} with rows before`;
    return evidence.found(about, ground.lineFor(line, by, about), detail);
  });
}

/** How many of the days before a day have rows, as far back as the rule looks. */
const daysBefore = (past: readonly number[], day: number, most: number): number =>
  past.filter((one) => one < day && one >= day - most).length;
