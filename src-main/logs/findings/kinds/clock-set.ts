import { Evidence, type Found } from '../found.ts';
import type { Ground } from '../ground.ts';
import { spanWords } from '../words-of.ts';

/** Events of Windows that say from which time to which its clock was set. */
export interface ClockSet {
  readonly kind: 'clock-set';
  readonly line: string;
  /** Smaller steps, in seconds, are those of a clock that is kept right. */
  readonly seconds: number;
}

const TIMES = /Name=["'](PreviousTime|OldTime|NewTime)["']>([^<]{10,40})</g;

export function findClockSet({ line, seconds }: ClockSet, ground: Ground): Found[] {
  const reader = ground.reader();
  const groups = new Map<number | null, { readonly evidence: Evidence; furthest: number }>();
  for (const piece of ground.rows(line).filled()) {
    for (const row of piece) {
      reader.go(row);
      const step = stepIn(reader.text);
      if (step === null || step < seconds) continue;
      const key = reader.value('computer');
      const group = groups.get(key) ?? { evidence: new Evidence(), furthest: 0 };
      groups.set(key, group);
      group.evidence.add(row, reader.time);
      group.furthest = Math.max(group.furthest, step);
    }
  }
  return [...groups].map(([key, { evidence, furthest }]) => {
    const about = key === null ? '' : ground.nameOf('computer', key);
    const detail = `by ${spanWords(furthest)} at most`;
    return evidence.found(about, ground.lineFor(line, key === null ? null : 'computer', about), detail);
  });
}

/** Seconds between the two times of an event; null where it does not say both. */
function stepIn(text: string): number | null {
  let [old, now] = [Number.NaN, Number.NaN];
  for (const [, name, value = ''] of text.matchAll(TIMES)) {
    // Ten million parts of a second are more than a date holds.
    const time = Date.parse(value.trim().replace(/(\.\d{3})\d*/, '$1'));
    if (name === 'NewTime') now = time;
    else old = time;
  }
  return Number.isNaN(old) || Number.isNaN(now) ? null : Math.abs(now - old) / 1000;
}
