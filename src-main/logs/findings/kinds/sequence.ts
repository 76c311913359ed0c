import { Evidence, type Found } from '../found.ts';
import type { Ground } from '../ground.ts';
import type { By } from '../row-reader.ts';
import { counted, spanWords } from '../words-of.ts';

/** Many rows of one kind, then one of another, of the same value: failures, then a success. */
export interface Sequence {
  readonly kind: 'sequence';
  readonly first: string;
  readonly after: string;
  readonly by: By;
  /** At least so many of the first … */
  readonly atLeast: number;
  /** … within so many seconds before the other one. */
  readonly seconds: number;
}

/** Values that are followed up; the most frequent come first. */
const MOST_VALUES = 50;

export function findSequences(sequence: Sequence, ground: Ground): Found[] {
  const { first, after, by, atLeast, seconds } = sequence;
  const before = ground.rows(first);
  const counts = [...ground.count(before, by)]
    .filter(([key, count]) => count >= atLeast && ground.nameOf(by, key) !== '')
    .toSorted((a, b) => b[1] - a[1]);
  if (counts.length > MOST_VALUES) ground.isComplete = false;
  const courses = new Map(counts.slice(0, MOST_VALUES).map(([key]) => [key, new Course(sequence)]));
  if (courses.size === 0) return [];
  const reader = ground.reader();
  for (const piece of before.filled()) {
    for (const row of piece) {
      reader.go(row);
      const course = courses.get(reader.value(by) ?? Number.NaN);
      if (course !== undefined && reader.time !== null) course.before(row, reader.time);
    }
  }
  const found: Found[] = [];
  for (const [key, course] of courses) {
    const about = ground.nameOf(by, key);
    // Only rows of this value: what comes behind may need every row to be taken apart.
    const line = ground.lineFor(after, by, about);
    if (line === null) continue;
    for (const piece of ground.rows(line).filled()) {
      for (const row of piece) {
        reader.go(row);
        if (reader.value(by) === key && reader.time !== null) course.after(row, reader.time);
      }
    }
    const { evidence, most, successes } = course;
    if (evidence.rows === 0) continue;
    const detail = `${most} before, within ${spanWords(seconds)}, then ${counted(successes, 'row')} of the other kind`;
    found.push(
      evidence.found(about, ground.lineFor(`${bracketed(first)} OR ${bracketed(after)}`, by, about), detail),
    );
  }
  return found;
}

const bracketed = (line: string): string => `(${line})`;

/** What happened to one value. */
class Course {
  readonly evidence = new Evidence();
  most = 0;
  successes = 0;
  private readonly sequence: Sequence;
  private readonly rows: number[] = [];
  private readonly times: number[] = [];
  private from = 0;
  private to = 0;
  private taken = 0;

  constructor(sequence: Sequence) {
    this.sequence = sequence;
  }

  before(row: number, time: number): void {
    this.rows.push(row);
    this.times.push(time);
  }

  after(row: number, time: number): void {
    while (this.to < this.times.length && (this.times[this.to] ?? 0) <= time) this.to++;
    const since = time - this.sequence.seconds * 1000;
    while (this.from < this.to && (this.times[this.from] ?? 0) < since) this.from++;
    const count = this.to - this.from;
    if (count < this.sequence.atLeast) return;
    for (let i = Math.max(this.from, this.taken); i < this.to; i++) {
      this.evidence.add(this.rows[i] ?? 0, this.times[i] ?? null);
    }
    this.taken = this.to;
    this.evidence.add(row, time);
    this.most = Math.max(this.most, count);
    this.successes++;
  }
}
