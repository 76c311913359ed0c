import { existsSync } from 'node:fs';
import { describedOf } from '../../evidence/described.ts';
import { entryWithId } from '../../casework/read-entry.ts';
import { standingIn } from '../../casework/standing-in.ts';
import type { LogSource, ReadAs } from '../../contract/log-index.ts';
import { utcIso } from '../../domain/brands.ts';
import { type Entry, numberField, textField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import type { LogOrigin } from '../../logs/index/mark-repeats.ts';
import type { SourceLabel } from '../../logs/search/log-search.ts';
import type { IndexedSource } from '../../logs/search/questions.ts';
import type { Silence } from '../../logs/search/silences.ts';
import type { ReadableDb } from '../../store/db.ts';
import { type ExhibitRow, exhibitRegisteredBy, exhibits } from '../../store/queries/exhibit.ts';
import { standingUnder } from '../../store/queries/standing.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { logFileOf } from './log-bytes-of.ts';
import { logIndexKey } from './log-index-key.ts';
import { type LogReading, logReading } from './log-reading.ts';

/** The thread that searches the logs of the open case. */
export function logsOf(engine: Engine): LogReading {
  const opened = openCaseOf(engine);
  opened.logs ??= logReading(engine.host, opened.path, () => logIndexKey(opened.db, opened.writable));
  return opened.logs;
}

/** Seconds by which the clock of an exhibit was ahead, as its details say now. */
function clockOffsetOf(db: ReadableDb, exhibit: string): number {
  const offset = describedOf(db, entryWithId(db, exhibit)).now.clock_offset;
  return typeof offset === 'number' ? offset : 0;
}

/** A source of the index, with the exhibit that it is. */
export interface KnownSource {
  readonly source: IndexedSource;
  readonly row: ExhibitRow;
  /** Seconds by which its clock was ahead. */
  readonly offset: number;
}

/**
 * The sources of the index, after telling the thread what they are called and how wrong their clocks were. Asked for
 * with every page of a search: only the exhibits that are logs are looked up, however many there are.
 */
export async function knownSources(
  engine: Engine,
): Promise<{ readonly sources: readonly KnownSource[]; readonly labels: readonly SourceLabel[] }> {
  const logs = logsOf(engine);
  const found = await logs.ask('sources', {});
  logs.sources = found ?? [];
  const known = sourcesHeard(engine);
  if (found !== null) await logs.ask('label', { labels: known.labels });
  return known;
}

/** The same of the sources of which was heard last, without asking. */
export function sourcesHeard(engine: Engine): {
  readonly sources: readonly KnownSource[];
  readonly labels: readonly SourceLabel[];
} {
  const { db } = openCaseOf(engine);
  const sources = logsOf(engine).sources.flatMap((source): KnownSource[] => {
    const row = exhibitRegisteredBy(db, source.exhibit);
    return row === undefined ? [] : [{ source, row, offset: clockOffsetOf(db, source.exhibit) }];
  });
  const labels = sources.map(({ source, row, offset }): SourceLabel => ({
    id: source.id,
    exhibit: row.label,
    title: textField(entryWithId(db, row.entry), 'title') ?? row.label,
    shift: -offset,
  }));
  return { sources, labels };
}

/**
 * The exhibits whose logs are in the index, and one more, in the order in which they became exhibits, with the machine
 * that each is from.
 */
export async function originsOf(engine: Engine, also: ExhibitRow): Promise<LogOrigin[]> {
  const { db } = openCaseOf(engine);
  const { sources } = await knownSources(engine);
  const rows = new Map([...sources.map(({ row }) => row), also].map((row) => [row.entry, row]));
  return [...rows.values()]
    .toSorted((a, b) => a.number - b.number)
    .map(({ entry }) => {
      const host = describedOf(db, entryWithId(db, entry)).now.source;
      return { exhibit: entry, host: typeof host === 'string' ? host : '' };
    });
}

const exhibitsById = (db: ReadableDb): ReadonlyMap<string, ExhibitRow> =>
  new Map(exhibits(db).map((row) => [row.entry, row]));

/** All logs of the case: those in the index, and those of which the record says that they were read. */
export async function sourceViews(engine: Engine): Promise<LogSource[]> {
  const { db } = openCaseOf(engine);
  const { sources } = await knownSources(engine);
  const silences = await logsOf(engine).ask('silences', {});
  const known = exhibitsById(db);
  const names = new Map(sources.map(({ source, row }) => [source.id, nameOf(row.label, source.member)]));
  const views = sources.map((one) => viewOf(db, one, silences?.get(one.source.id) ?? [], names));
  const indexed = new Set(sources.map(({ source: { exhibit, member } }) => `${exhibit}/${member}`));
  const missing = standingUnder(db, 'log-source/').flatMap(({ entry: id }): LogSource[] => {
    const entry = entryWithId(db, id);
    const row = known.get(textField(entry, 'evidence') ?? '');
    const member = textField(entry, 'member') ?? '';
    return row === undefined || indexed.has(`${row.entry}/${member}`) ? [] : [missingView(db, row, entry)];
  });
  const place = new Map([...known.values()].map(({ label }, i) => [label, i]));
  return [...views, ...missing].toSorted(
    (a, b) =>
      (place.get(a.exhibit) ?? 0) - (place.get(b.exhibit) ?? 0) || a.member.localeCompare(b.member, 'en'),
  );
}

function viewOf(
  db: ReadableDb,
  { source, row, offset }: KnownSource,
  silences: readonly Silence[],
  names: ReadonlyMap<number, string>,
): LogSource {
  const corrected = (ms: number | null): string | null => (ms === null ? null : isoOf(ms - offset * 1000));
  const { zone = null, year = null, columns = {} } = JSON.parse(source.given) as Partial<ReadAs>;
  return {
    id: source.id,
    exhibit: row.label,
    title: textField(entryWithId(db, row.entry), 'title') ?? row.label,
    member: source.member,
    sha256: row.sha256,
    readAs: { reader: source.reader, zone, year, columns },
    clockOffset: offset,
    rows: source.total_rows,
    undated: source.undated,
    first: corrected(source.first),
    last: corrected(source.last),
    problems: Object.entries(JSON.parse(source.problems) as Record<string, number>).map(([kind, count]) => ({
      kind,
      count,
    })),
    state: source.done === 1 ? 'indexed' : 'partial',
    proof: source.proof,
    repeats: source.repeats.flatMap(({ other, rows }) => {
      const of = names.get(other);
      return of === undefined ? [] : [{ of, rows }];
    }),
    gaps: silences.flatMap(({ from, to }) => {
      const [a, b] = [isoOf(from), isoOf(to)];
      return a === null || b === null ? [] : [{ from: a, to: b }];
    }),
  };
}

const nameOf = (exhibit: string, member: string): string =>
  member === '' ? exhibit : `${exhibit}/${member}`;

/** Instants of the record have years of four digits; a log may claim anything. */
export function isoOf(ms: number): string | null {
  return ms >= -62_135_596_800_000 && ms < 253_402_300_800_000 ? utcIso(ms) : null;
}

function missingView(db: ReadableDb, row: ExhibitRow, entry: Entry): LogSource {
  const columns = entry.fields['columns'];
  return {
    id: 0,
    exhibit: row.label,
    title: textField(entryWithId(db, row.entry), 'title') ?? row.label,
    member: textField(entry, 'member') ?? '',
    sha256: row.sha256,
    readAs: {
      reader: textField(entry, 'reader') ?? '',
      zone: textField(entry, 'zone') ?? null,
      year: numberField(entry, 'year') ?? null,
      columns: Array.isArray(columns) ? columnsIn(columns as readonly Mapped[]) : {},
    },
    clockOffset: clockOffsetOf(db, row.entry),
    rows: numberField(entry, 'rows') ?? 0,
    undated: numberField(entry, 'undated') ?? 0,
    first: textField(entry, 'first') ?? null,
    last: textField(entry, 'last') ?? null,
    problems: [],
    state: canBeRead(db, row) ? 'missing' : 'not-here',
    proof: 'unknown',
    repeats: [],
    gaps: [],
  };
}

/** Whether the bytes are here: those that are kept, or the original where it lay. */
function canBeRead(db: ReadableDb, row: ExhibitRow): boolean {
  try {
    const { from } = logFileOf(db, row);
    return from.kind === 'kept' || existsSync(Buffer.from(from.path));
  } catch (error) {
    if (error instanceof CaseError) return false;
    throw error;
  }
}

interface Mapped {
  readonly column?: string;
  readonly field?: string;
}

const columnsIn = (columns: readonly Mapped[]): Record<string, string> =>
  Object.fromEntries(columns.map(({ column = '', field = '' }) => [column, field]));

/** How a log was read last, as the record says it; null where it never was. */
export function readAsBefore(db: ReadableDb, row: ExhibitRow, member: string): ReadAs | null {
  const entry = standingIn(db, `log-source/${row.entry}/${member}`).at(-1);
  return entry === undefined ? null : missingView(db, row, entry).readAs;
}

/** How the columns of a heading were read last in this case; null where nobody said it. */
export function readAsWithHeading(db: ReadableDb, reader: string, heading: readonly string[]): ReadAs | null {
  for (const { entry: id } of standingUnder(db, 'log-source/').toSorted((a, b) => b.number - a.number)) {
    const entry = entryWithId(db, id);
    const columns = entry.fields['columns'];
    if (!Array.isArray(columns) || textField(entry, 'reader') !== reader) continue;
    const mapped = columnsIn(columns as readonly Mapped[]);
    if (!Object.keys(mapped).every((name) => heading.includes(name))) continue;
    return {
      reader,
      zone: textField(entry, 'zone') ?? null,
      year: numberField(entry, 'year') ?? null,
      columns: mapped,
    };
  }
  return null;
}
