/** Rows that a finding names. All of them are counted. */
const MOST_EVIDENCE = 200;

/** What a detector found about one thing. */
export interface Found {
  /** An address, an account, a path; empty where it has no such thing. */
  readonly about: string;
  /** Makes it the same finding when logs are read anew. */
  readonly key: string;
  readonly rows: number;
  /** Numbers of the first rows, in the order of time. */
  readonly evidence: readonly number[];
  /** Corrected, ms since 1970 UTC; null where no row has a time. */
  readonly first: number | null;
  readonly last: number | null;
  /** What was counted, in words; empty where `rows` says all. */
  readonly detail: string;
  /** A search that finds its rows, perhaps with others; null where none does. */
  readonly query: string | null;
}

/** Collects the rows of one finding, which come in the order of time. */
export class Evidence {
  rows = 0;
  readonly first200: number[] = [];
  first: number | null = null;
  last: number | null = null;

  /** @param time null for a row without one */
  add(row: number, time: number | null): void {
    this.rows++;
    if (this.first200.length < MOST_EVIDENCE) this.first200.push(row);
    if (time === null) return;
    if (this.first === null || time < this.first) this.first = time;
    if (this.last === null || time > this.last) this.last = time;
  }

  found(about: string, query: string | null, detail = '', key = about): Found {
    const { rows, first, last, first200: evidence } = this;
    return { about, key, rows, evidence, first, last, detail, query };
  }
}
