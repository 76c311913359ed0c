import type { IndexView, Segment } from '../index/index-view.ts';
import { OTHER } from '../index/words.ts';
import { textColumns } from '../reading/columns.ts';
import { compile } from '../search/compile.ts';
import { type Condition, allOf, hasFlag, noneOf } from '../search/conditions.ts';
import type { LogSearch } from '../search/log-search.ts';
import { readQuery } from '../search/query.ts';
import type { RowList } from '../search/row-list.ts';
import { SearchRun } from '../search/search-run.ts';
import { ONCE, type Repeats } from './repeats.ts';
import { type By, RowReader } from './row-reader.ts';

/** Values of a column that are told apart; a rule that meets more says that it is not complete. */
const MOST_VALUES = 200_000;
/** Characters of a search line. */
const LONGEST_LINE = 3900;

/** A span of corrected times, both ends included, ms since 1970 UTC; null for no limit. */
export interface Span {
  readonly since: number | null;
  readonly until: number | null;
}

const ALWAYS: Span = { since: null, until: null };

/** The rows that one rule may look at: those of its formats. */
export class Ground {
  readonly search: LogSearch;
  readonly view: IndexView;
  /** Ids of the sources in its formats. */
  readonly sources: ReadonlySet<number>;
  /** Whether the rule saw all that it should. */
  isComplete = true;
  readonly repeats: Repeats;
  /** Whether rows of its sources stand in earlier ones, too. */
  readonly hasRepeats: boolean;
  private readonly formats: readonly string[];

  constructor(search: LogSearch, formats: readonly string[], repeats: Repeats) {
    this.search = search;
    this.view = search.view;
    const own = search.view.sources.filter(({ reader }) => formats.includes(reader));
    this.formats = [...new Set(own.map(({ reader }) => reader))];
    this.sources = new Set(own.map(({ id }) => id));
    this.repeats = repeats;
    this.hasRepeats = repeats.areIn(this.sources);
  }

  get segments(): readonly Segment[] {
    return this.view.segments.filter(({ source }) => this.sources.has(source));
  }

  reader(): RowReader {
    return new RowReader(this.view, this.search.offsetOf);
  }

  /**
   * Rows that a search line finds, in the order of time; those without a time at the end. What stands in an earlier
   * exhibit, too, is one of them once.
   */
  rows(line: string): RowList {
    const condition = this.conditionOf(line);
    const once = this.hasRepeats ? [noneOf(hasFlag(this.view, 'repeated'))] : [];
    return this.found(
      condition === null && !this.hasRepeats ? null : allOf([...once, condition ?? []].flat()),
    );
  }

  /** The same with the repetitions. */
  allRows(line: string): RowList {
    return this.found(this.conditionOf(line));
  }

  /** What a person finds who types the line, in all of the index. */
  typed(line: string, span: Span): RowList {
    return this.found(this.conditionOf(line), span, null);
  }

  private conditionOf(line: string): Condition | null {
    return compile(readQuery(line), this.view, this.search.surroundings());
  }

  private found(
    condition: Condition | null,
    span = ALWAYS,
    sources: ReadonlySet<number> | null = this.sources,
  ): RowList {
    const { offsetOf } = this.search;
    const limits = sources === null ? {} : { sources };
    const run = new SearchRun(this.view, { condition, ...span, offsetOf, ...limits });
    run.go(() => false);
    return run.found;
  }

  /** What a value is called; empty for one that has no number of its own. */
  nameOf(by: By, key: number): string {
    if (by === 'source') return this.search.nameOf(key);
    const column = textColumns.findIndex((name) => name === by);
    if (column === -1) return String(key);
    return key === OTHER ? '' : (this.view.words[column]?.textOf(key) ?? '');
  }

  /** Makes the same finding of the same source when it is read again under another label. */
  sourceKey(source: number): string {
    const found = this.view.sources.find(({ id }) => id === source);
    return `${found?.exhibit ?? ''}/${found?.member ?? ''}`;
  }

  /** The line as a person would type it, for rows of one value; null where that is too long. */
  lineFor(line: string, by: By | null, value: string): string | null {
    const isAll = this.sources.size === this.view.sources.length;
    const formats = this.formats.map((reader) => `source:${reader}`).join(' OR ');
    const parts = [
      isAll ? '' : this.formats.length > 1 ? `(${formats})` : formats,
      / OR /.test(line) ? `(${line})` : line,
      by === null ? '' : fieldLine(by, value),
      this.hasRepeats ? ONCE : '',
    ];
    const whole = parts.filter((part) => part !== '').join(' ');
    return whole.length > LONGEST_LINE || (by !== null && value === '') ? null : whole;
  }

  /** Counts rows of each value of a column. Of too many values only the first are counted. */
  count(rows: RowList, by: By): Map<number, number> {
    const counts = new Map<number, number>();
    const reader = this.reader();
    for (const piece of rows.filled()) {
      for (const row of piece) {
        reader.go(row);
        const key = reader.value(by);
        if (key === null) continue;
        const known = counts.get(key);
        if (known === undefined && counts.size >= MOST_VALUES) this.isComplete = false;
        else counts.set(key, (known ?? 0) + 1);
      }
    }
    return counts;
  }
}

/** `address:"203.0.113.7"` */
const fieldLine = (by: By, value: string): string =>
  /^[\w:-]+(\.[\w:-]+)*$|^(\/[\w-][\w.-]*)+$/.test(value)
    ? `${by}:${value}`
    : `${by}:"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
