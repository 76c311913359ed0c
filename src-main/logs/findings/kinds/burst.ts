import { Evidence, type Found } from '../found.ts';
import type { Ground } from '../ground.ts';
import type { By, RowReader } from '../row-reader.ts';
import { counted, spanWords } from '../words-of.ts';

/** Many rows of one value within a short time. */
export interface Burst {
  readonly kind: 'burst';
  readonly line: string;
  readonly by: By;
  /** At least so many rows … */
  readonly rows: number;
  /** … within so many seconds … */
  readonly seconds: number;
  /** … with at least so many different values of another column. */
  readonly distinct?: { readonly of: By; readonly values: number; readonly name: string };
}

export function findBursts(burst: Burst, ground: Ground): Found[] {
  const { line, by, rows: least, seconds, distinct } = burst;
  const rows = ground.rows(line);
  // Most values have too few rows: nothing is kept of them.
  const counts = ground.count(rows, by);
  const windows = new Map<number, Window>();
  for (const [key, count] of counts) if (count >= least) windows.set(key, new Window(burst));
  if (windows.size === 0) return [];
  const reader = ground.reader();
  for (const piece of rows.filled()) {
    for (const row of piece) {
      reader.go(row);
      const window = windows.get(reader.value(by) ?? Number.NaN);
      if (window !== undefined) window.add(row, reader);
    }
  }
  return [...windows].flatMap(([key, { evidence, most, values }]) => {
    if (evidence.rows === 0) return [];
    const about = ground.nameOf(by, key);
    const over = distinct === undefined ? '' : `, with ${counted(values, distinct.name)}`;
    const detail = `up to ${counted(most, 'row')} within ${spanWords(seconds)}${over}`;
    return [evidence.found(about, ground.lineFor(line, by, about), detail)];
  });
}

/** The last rows of one value, as far back as the time reaches. */
class Window {
  readonly evidence = new Evidence();
  /** Most rows that were in it, and most different values. */
  most = 0;
  values = 0;
  private readonly burst: Burst;
  private readonly rows: number[] = [];
  private readonly times: number[] = [];
  private readonly others: (number | null)[] = [];
  private head = 0;
  /** Rows before are in the evidence or too old for it. */
  private taken = 0;
  private readonly counts = new Map<number | null, number>();

  constructor(burst: Burst) {
    this.burst = burst;
  }

  add(row: number, reader: RowReader): void {
    const { time } = reader;
    if (time === null) return;
    const { seconds, distinct, rows: least } = this.burst;
    const other = distinct === undefined ? null : reader.value(distinct.of);
    this.rows.push(row);
    this.times.push(time);
    this.others.push(other);
    this.counts.set(other, (this.counts.get(other) ?? 0) + 1);
    while ((this.times[this.head] ?? time) < time - seconds * 1000) this.drop();
    const inside = this.rows.length - this.head;
    const values = this.counts.size - (this.counts.has(null) ? 1 : 0);
    if (inside < least || (distinct !== undefined && values < distinct.values)) return;
    for (let i = Math.max(this.head, this.taken); i < this.rows.length; i++) {
      this.evidence.add(this.rows[i] ?? 0, this.times[i] ?? null);
    }
    this.taken = this.rows.length;
    this.most = Math.max(this.most, inside);
    this.values = Math.max(this.values, values);
  }

  private drop(): void {
    const other = this.others[this.head] ?? null;
    const left = (this.counts.get(other) ?? 1) - 1;
    if (left === 0) this.counts.delete(other);
    else this.counts.set(other, left);
    this.head++;
    if (this.head < 4096 || this.head * 2 < this.rows.length) return;
    for (const list of [this.rows, this.times, this.others]) list.splice(0, this.head);
    this.taken = Math.max(0, this.taken - this.head);
    this.head = 0;
  }
}
