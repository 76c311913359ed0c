import { CaseError } from '../../domain/errors.ts';
import type { IndexView, Segment } from '../index/index-view.ts';
import { rowColumns } from '../index/segment-draft.ts';
import { readerNamed } from '../readers/find-reader.ts';
import type { NamedField } from '../reading/reader.ts';
import { type Surroundings, compile } from './compile.ts';
import { type Facet, facetOf } from './facets.ts';
import { countRows, spanOf } from './histogram.ts';
import { readQuery } from './query.ts';
import { SearchRun } from './search-run.ts';
import { type ShownRow, shownRow } from './shown-row.ts';
import { type Silence, silencesOf } from './silences.ts';

/** What is known of a source outside of the index. */
export interface SourceLabel {
  readonly id: number;
  /** Of the exhibit, such as `EV-003`. */
  readonly exhibit: string;
  readonly title: string;
  /** Seconds to add to its times, because its clock was wrong. */
  readonly shift: number;
}

export interface Asked {
  readonly query: string;
  /** ms since 1970 UTC. */
  readonly since: number | null;
  readonly until: number | null;
}

export interface FoundRow {
  readonly row: ShownRow;
  /** Rows that were looked at until it was found. */
  readonly looked: number;
}

/** Characters of a row's text in a list. */
const IN_LIST = 2000;
/** Milliseconds of counting at a time, so that the next question need not wait. */
const SLICE = 8;

/**
 * The searches of one case. One runs at a time: it gives its first rows at once, and counts on between the questions
 * that are asked meanwhile.
 */
export class LogSearch {
  readonly view: IndexView;
  private labels: ReadonlyMap<number, SourceLabel> = new Map();
  private run: SearchRun | null = null;
  private number = 0;
  private readonly silent = new Map<number, { readonly of: string; readonly silences: readonly Silence[] }>();
  private readonly isOvertaken: () => boolean;

  /** @param isOvertaken whether another search waits: what is counted for this one is of no use any more */
  constructor(view: IndexView, isOvertaken: () => boolean = () => false) {
    this.view = view;
    this.isOvertaken = isOvertaken;
  }

  private readonly goOn = (): void => {
    if (this.isOvertaken()) throw overtaken();
  };

  /** Says what sources are called and how wrong their clocks were; a search that runs keeps what it began with. */
  label(labels: readonly SourceLabel[]): void {
    this.labels = new Map(labels.map((label) => [label.id, label]));
  }

  readonly offsetOf = (source: number): number => this.labels.get(source)?.shift ?? 0;

  /** @throws CaseError `wrong-use` */
  search(
    { query, since, until }: Asked,
    limit: number,
  ): { readonly search: number; readonly page: ShownRow[] } {
    this.view.refresh();
    const condition = compile(readQuery(query), this.view, this.surroundings());
    const run = new SearchRun(this.view, { condition, since, until, offsetOf: this.offsetOf });
    this.run = run;
    this.number++;
    run.go(() => run.found.length >= limit);
    return { search: this.number, page: this.shown(run.found.slice(0, limit)) };
  }

  /**
   * Every row that a query finds, whole, one by one in the order of time. The search that runs is left alone.
   * @param check called again and again while nothing is found; what it throws ends it
   * @throws CaseError `wrong-use`
   */
  *every({ query, since, until }: Asked, check: () => void): Generator<FoundRow> {
    this.view.refresh();
    const condition = compile(readQuery(query), this.view, this.surroundings());
    const run = new SearchRun(this.view, { condition, since, until, offsetOf: this.offsetOf });
    for (let place = 0; ; place++) {
      run.go(() => {
        check();
        return run.found.length > place;
      });
      const row = run.found.get(place);
      if (row === undefined) return;
      const shown = shownRow(this.view, row, Number.POSITIVE_INFINITY);
      if (shown !== null) yield { row: shown, looked: run.looked };
    }
  }

  /** Counts on for a moment. @returns whether there is more to count */
  countOn(): boolean {
    const { run } = this;
    if (run === null || run.isDone) return false;
    const end = performance.now() + SLICE;
    run.go(() => performance.now() > end);
    return !run.isDone;
  }

  state(search: number): {
    readonly search: number;
    readonly matched: number;
    readonly isDone: boolean;
    readonly looked: number;
    readonly rows: number;
  } {
    const { found, isDone, looked } = this.running(search);
    return { search, matched: found.length, isDone, looked, rows: this.view.rows };
  }

  page(search: number, from: number, count: number): ShownRow[] {
    const run = this.running(search);
    run.go(() => {
      this.goOn();
      return run.found.length >= from + count;
    });
    return this.shown(run.found.slice(from, count));
  }

  histogram(
    search: number,
    count: number,
    span: { readonly from: number; readonly to: number } | null,
  ): { readonly from: number; readonly to: number; readonly all: number[]; readonly found: number[] } | null {
    const { found } = this.running(search);
    const whole = spanOf(this.view, this.offsetOf);
    if (count === 0 || (span === null && whole === null)) return null;
    const from = span?.from ?? whole?.first ?? 0;
    // The last row belongs to the last part.
    const to = Math.max(from + 1, (span?.to ?? whole?.last ?? 0) + 1);
    const bins = { from, to, count };
    const all = countRows(this.view, bins, this.offsetOf, null, this.goOn);
    const isAll = found.length === this.view.rows;
    return {
      from,
      to,
      all: [...all],
      found: isAll ? [...all] : [...countRows(this.view, bins, this.offsetOf, found, this.goOn)],
    };
  }

  facets(search: number, columns: readonly string[], top: number): Facet[] {
    const { found } = this.running(search);
    return columns.flatMap((column) =>
      column === 'source'
        ? this.sourceFacet(search, top)
        : (facetOf(this.view, column, found, top, this.goOn) ?? []),
    );
  }

  /** The silences of each source by its id; all times of a source are read for them, once. */
  silences(): ReadonlyMap<number, readonly Silence[]> {
    return new Map(this.view.sources.map(({ id }) => [id, this.silencesOf(id)]));
  }

  private silencesOf(source: number): readonly Silence[] {
    const offset = this.offsetOf(source);
    const rows = this.view.segments.reduce((sum, one) => sum + (one.source === source ? one.rows : 0), 0);
    const of = `${rows} ${offset}`;
    const known = this.silent.get(source);
    if (known?.of === of) return known.silences;
    const silences = silencesOf(this.view, source, offset);
    this.silent.set(source, { of, silences });
    return silences;
  }

  private sourceFacet(search: number, top: number): Facet {
    const counts = new Map<number, number>();
    let segment: Segment | undefined;
    for (const rows of this.running(search).found.filled(this.goOn)) {
      for (const row of rows) {
        if (segment === undefined || row < segment.base || row >= segment.base + segment.rows) {
          segment = this.view.segmentAt(row);
        }
        const source = segment?.source ?? 0;
        counts.set(source, (counts.get(source) ?? 0) + 1);
      }
    }
    const values = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, top);
    return {
      column: 'source',
      values: values.map(([source, rows]) => ({ value: this.nameOf(source), rows })),
      distinct: counts.size,
    };
  }

  /** How a person writes a source in a query. */
  nameOf(source: number): string {
    const member = this.view.sources.find(({ id }) => id === source)?.member ?? '';
    const exhibit = this.labels.get(source)?.exhibit ?? String(source);
    return member === '' ? exhibit : `${exhibit}/${member}`;
  }

  /** @throws CaseError `wrong-use` where no row is meant */
  row(ref: string): {
    readonly row: ShownRow;
    readonly fields: readonly NamedField[];
    readonly reader: string;
  } {
    this.view.refresh();
    const found = shownRow(this.view, this.rowOf(ref), Number.POSITIVE_INFINITY);
    if (found === null) throw noRow(ref);
    const reader = this.view.sources.find(({ id }) => id === found.source)?.reader ?? '';
    return { row: found, fields: readerNamed(reader).fields(found.raw, found.context), reader };
  }

  around(ref: string, minutes: number, limit: number): { readonly page: ShownRow[]; readonly at: number } {
    this.view.refresh();
    const row = this.rowOf(ref);
    const own = shownRow(this.view, row, IN_LIST);
    if (own === null) throw noRow(ref);
    if (own.ms === null) return { page: [own], at: 0 };
    const at = own.ms + this.offsetOf(own.source) * 1000;
    const reach = minutes * 60_000;
    const run = new SearchRun(this.view, {
      condition: null,
      since: at - reach,
      until: at + reach,
      offsetOf: this.offsetOf,
    });
    run.go(() => false);
    const all = run.found.slice(0, run.found.length);
    const place = all.indexOf(row);
    // Of many, those that lie around it.
    const from = Math.max(0, Math.min(place - Math.floor(limit / 2), all.length - limit));
    return { page: this.shown(all.slice(from, from + limit)), at: place - from };
  }

  /** `3:88430` (source and place in it), or `EV-003:88431` (label and line). */
  private rowOf(ref: string): number {
    const [source, place] = [ref.slice(0, ref.lastIndexOf(':')), ref.slice(ref.lastIndexOf(':') + 1)];
    if (!/^\d+$/.test(place)) throw noRow(ref);
    if (/^\d+$/.test(source)) return this.numberOf(Number(source), Number(place)) ?? missing(ref);
    for (const id of this.surroundings().sourcesNamed(source)) {
      const found = this.rowAtLine(id, Number(place));
      if (found !== null) return found;
    }
    return missing(ref);
  }

  private numberOf(source: number, place: number): number | null {
    let left = place;
    for (const segment of this.view.segments) {
      if (segment.source !== source) continue;
      if (left < segment.rows) return segment.base + left;
      left -= segment.rows;
    }
    return null;
  }

  private rowAtLine(source: number, line: number): number | null {
    for (const segment of this.view.segments) {
      if (segment.source !== source) continue;
      const at = this.view.column(segment, rowColumns.line).indexOf(line);
      if (at !== -1) return segment.base + at;
    }
    return null;
  }

  /** What stays the same while the source is in the index. */
  refOf({ row, source }: ShownRow): string {
    let before = 0;
    for (const segment of this.view.segments) {
      if (segment.source !== source) continue;
      if (row < segment.base + segment.rows) return `${source}:${before + row - segment.base}`;
      before += segment.rows;
    }
    return `${source}:${row}`;
  }

  private shown(rows: readonly number[]): ShownRow[] {
    return rows.flatMap((row) => shownRow(this.view, row, IN_LIST) ?? []);
  }

  private running(search: number): SearchRun {
    if (this.run === null || search !== this.number) {
      throw overtaken();
    }
    return this.run;
  }

  surroundings(): Surroundings {
    const readers = new Map(this.view.sources.map(({ id, reader }) => [id, readerNamed(reader)]));
    return {
      fieldsOf: (source, raw, context) => readers.get(source)?.fields(raw, context) ?? [],
      sourcesNamed: (text) => this.sourcesNamed(text),
    };
  }

  /** By label, format, title or name inside an archive. */
  private sourcesNamed(text: string): ReadonlySet<number> {
    const wanted = text.toLowerCase();
    const found = this.view.sources.filter(({ id, member, reader }) => {
      const label = this.labels.get(id);
      return [label?.exhibit, label?.title, member, reader, reader.split('-')[0], this.nameOf(id)].some(
        (name) => name !== undefined && name !== '' && name.toLowerCase() === wanted,
      );
    });
    return new Set(found.map(({ id }) => id));
  }
}

const overtaken = (): CaseError => new CaseError('wrong-use', { reason: 'Another search began meanwhile.' });

const noRow = (ref: string): CaseError =>
  new CaseError('wrong-use', {
    reason: `There is no row ${ref} in the logs. A row is written EV-003:88431.`,
  });

function missing(ref: string): never {
  throw noRow(ref);
}
