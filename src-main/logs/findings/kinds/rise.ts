import { Evidence, type Found } from '../found.ts';
import type { Ground } from '../ground.ts';
import { periodsWithRows } from '../periods.ts';
import { counted, minuteWords } from '../words-of.ts';

/** Many more rows of a kind in an hour than in most hours. */
export interface Rise {
  readonly kind: 'rise';
  readonly line: string;
  /** So many times the median of all hours of which the log has rows … */
  readonly times: number;
  /** … and at least so many rows in the hour. */
  readonly atLeast: number;
}

const HOUR = 3_600_000;
/** Of fewer hours none can be called usual. */
const FEWEST_HOURS = 4;

export function findRises({ line, times, atLeast }: Rise, ground: Ground): Found[] {
  const rows = ground.rows(line);
  if (rows.length < atLeast) return [];
  const hours = periodsWithRows(ground, HOUR);
  if (hours.size < FEWEST_HOURS) return [];
  const reader = ground.reader();
  const groups = new Map<number, Evidence>();
  for (const piece of rows.filled()) {
    for (const row of piece) {
      reader.go(row);
      const { time } = reader;
      if (time === null) continue;
      const hour = Math.floor(time / HOUR);
      const known = groups.get(hour) ?? new Evidence();
      groups.set(hour, known);
      known.add(row, time);
    }
  }
  const counts = [...hours].map((hour) => groups.get(hour)?.rows ?? 0).toSorted((a, b) => a - b);
  const usual = counts[Math.floor(counts.length / 2)] ?? 0;
  return [...groups].flatMap(([hour, evidence]) => {
    if (evidence.rows < Math.max(atLeast, times * Math.max(1, usual))) return [];
    const about = minuteWords(hour * HOUR);
    const detail = `in the hour from ${about}; in most hours ${counted(usual, 'row')} or fewer`;
    return [evidence.found(about, ground.lineFor(line, null, ''), detail, String(hour))];
  });
}
