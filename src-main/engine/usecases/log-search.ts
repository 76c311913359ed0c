import { zoneOf } from '../../casework/case-facts.ts';
import { type CitedRow, recordCitation } from '../../casework/logs/record-citation.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import type { LogRow } from '../../contract/log-search.ts';
import { CaseError } from '../../domain/errors.ts';
import { understandTime } from '../../domain/time/understand.ts';
import { eventText } from '../../logs/evtx/event-texts.ts';
import { decodedText } from '../../logs/search/decoded-text.ts';
import type { Asked } from '../../logs/search/log-search.ts';
import type { NamedRow } from '../../logs/search/questions.ts';
import { keepSearch, keptSearches } from '../logs/kept-searches.ts';
import { type KnownSource, isoOf, knownSources, logsOf, sourcesHeard } from '../logs/logs-of.ts';
import { writableOf } from '../open-case.ts';
import { knownFinding } from './finding.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { written } from '../written.ts';

/** Sources by their number in the index, with their exhibits. */
type Known = ReadonlyMap<number, KnownSource>;

async function known(engine: Engine): Promise<Known> {
  const { sources } = await knownSources(engine);
  return new Map(sources.map((one) => [one.source.id, one]));
}

/** UTC with as many digits as there are; null for what lies outside of the years 1 to 9999. */
function timeOf(ms: number | null, nanos: number): string | null {
  const whole = ms === null ? null : isoOf(ms);
  if (whole === null) return null;
  const digits = `${whole.slice(20, 23)}${String(nanos).padStart(6, '0')}`.replace(/0+$/, '');
  return digits === '' ? `${whole.slice(0, 19)}Z` : `${whole.slice(0, 19)}.${digits}Z`;
}

function viewOf(row: NamedRow, about: Known): LogRow {
  const source = about.get(row.source);
  const { ms, nanos } = row;
  return {
    ref: row.ref,
    source: row.source,
    exhibit: source?.row.label ?? '',
    line: row.line,
    time: timeOf(ms === null ? null : ms - (source?.offset ?? 0) * 1000, nanos),
    written: timeOf(ms, nanos),
    flags: [...row.flags],
    columns: row.columns,
    raw: row.raw,
  };
}

const instant = (text: string | null): number | null => {
  if (text === null) return null;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new CaseError('time-not-understood', { typed: text });
  return ms;
};

const understood = (engine: Engine, typed: string, zone: string | undefined): number =>
  Date.parse(understandTime(typed, zone ?? zoneOf(openCaseOf(engine).db), engine.host.clock.now()).utc);

export const noIndex = (): CaseError =>
  new CaseError('wrong-use', {
    reason: 'No log was read into the index yet, so there is nothing to search.',
  });

/** What is asked for, with its times as instants. @throws CaseError `time-not-understood`, `zone-unknown` */
export const askedOf = (
  engine: Engine,
  { query, since, until, zone }: Pick<RequestOf<'log.search'>, 'query' | 'since' | 'until' | 'zone'>,
): Asked => ({
  query,
  since: since === null ? null : understood(engine, since, zone),
  until: until === null ? null : understood(engine, until, zone),
});

export async function search(
  engine: Engine,
  given: RequestOf<'log.search'>,
): Promise<ResponseOf<'log.search'>> {
  const began = performance.now();
  const asked = { ...askedOf(engine, given), limit: given.limit };
  const ask = async () => {
    const { sources, labels } = sourcesHeard(engine);
    const known = logsOf(engine).sources.map(({ id }) => id);
    const answer = await logsOf(engine).ask('search', { ...asked, labels, known });
    if (answer === null) throw noIndex();
    return { found: answer.found, about: new Map(sources.map((one) => [one.source.id, one])) };
  };
  let { found, about } = await ask();
  while (found === null) {
    // A log that was read since.
    await knownSources(engine);
    ({ found, about } = await ask());
  }
  return {
    ...found,
    page: found.page.map((row) => viewOf(row, about)),
    milliseconds: performance.now() - began,
  };
}

export async function page(engine: Engine, given: RequestOf<'log.page'>): Promise<ResponseOf<'log.page'>> {
  const about = await known(engine);
  const rows = await logsOf(engine).ask('page', given);
  if (rows === null) throw noIndex();
  return { page: rows.map((row) => viewOf(row, about)) };
}

export async function progress(
  engine: Engine,
  given: RequestOf<'log.progress'>,
): Promise<ResponseOf<'log.progress'>> {
  const [from, to] = [instant(given.from), instant(given.to)];
  const { search: number, bins, top } = given;
  const span = from === null || to === null ? null : { from, to };
  // Column by column: a search that is asked for meanwhile goes between two of them, and ends this.
  const [column, ...columns] = given.facets;
  const first = column === undefined ? [] : [column];
  const found = await logsOf(engine).ask('progress', { search: number, bins, span, facets: first, top });
  if (found === null) throw noIndex();
  const facets = [...found.facets];
  for (const one of columns) {
    const more = await logsOf(engine).ask('progress', {
      search: number,
      bins: 0,
      span: null,
      facets: [one],
      top,
    });
    facets.push(...(more?.facets ?? []));
  }
  const { histogram } = found;
  return {
    ...found,
    histogram:
      histogram === null ? null : { ...histogram, from: isoOf(histogram.from), to: isoOf(histogram.to) },
    facets: facets.map((facet) => ({ ...facet, values: [...facet.values] })),
  };
}

export async function row(engine: Engine, given: RequestOf<'log.row'>): Promise<ResponseOf<'log.row'>> {
  const about = await known(engine);
  const found = await logsOf(engine).ask('row', given);
  if (found === null) throw noIndex();
  const source = about.get(found.row.source);
  return {
    row: viewOf(found.row, about),
    member: source?.source.member ?? '',
    sha256: source?.row.sha256 ?? null,
    offset: found.row.offset,
    fields: [...found.fields],
    decoded: decodedText(found.row.raw),
    meaning: meaningOf(found.row.columns),
  };
}

/** What an event of Windows means; null for rows of other logs, and for events without words of ours. */
function meaningOf({ provider, event }: NamedRow['columns']): string | null {
  return typeof provider === 'string' && typeof event === 'number' ? eventText(provider, event) : null;
}

export async function around(
  engine: Engine,
  given: RequestOf<'log.around'>,
): Promise<ResponseOf<'log.around'>> {
  const about = await known(engine);
  const found = await logsOf(engine).ask('around', given);
  if (found === null) throw noIndex();
  return { page: found.page.map((one) => viewOf(one, about)), at: found.at };
}

export const searches = (engine: Engine): ResponseOf<'log.searches'> => ({
  searches: keptSearches(openCaseOf(engine).db),
});

export function keep(engine: Engine, given: RequestOf<'log.keep-search'>): ResponseOf<'log.keep-search'> {
  keepSearch(writableOf(openCaseOf(engine)), given.name, given.query);
  return {};
}

/** Rows become one entry of the timeline, each with the place where it can be read again. */
export async function pin(engine: Engine, given: RequestOf<'log.pin'>): Promise<ResponseOf<'log.pin'>> {
  const about = await known(engine);
  const finding = given.finding === null ? null : knownFinding(engine, given.finding);
  const rows: CitedRow[] = [];
  for (const ref of given.rows) {
    const found = await logsOf(engine).ask('row', { ref });
    if (found === null) throw noIndex();
    const source = about.get(found.row.source);
    if (source === undefined) throw noIndex();
    checkProof(source);
    rows.push(citedRow(found, source));
  }
  return written(engine, (session) =>
    recordCitation(session, {
      rows,
      remark: given.remark ?? (finding === null ? undefined : titleOf(finding)),
      finding: finding?.finding,
    }),
  );
}

/**
 * An entry says of its rows that they stand in the file with the hash of the exhibit: that is known when all of it was
 * read. Where the exhibit has no hash the entry claims none.
 * @throws CaseError `original-changed`, `log-unproven`
 */
function checkProof({ source, row: exhibit }: KnownSource): void {
  if (source.proof === 'changed') throw new CaseError('original-changed', { path: exhibit.label });
  if (source.proof === 'unknown' && exhibit.sha256 !== null) {
    throw new CaseError('log-unproven', { exhibit: exhibit.label });
  }
}

/** What a finding says where nobody says more. */
const titleOf = ({ title, about }: { readonly title: string; readonly about: string | undefined }): string =>
  about === undefined ? title : `${title}: ${about}`;

/** Half characters cannot stand in the record. */
const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function citedRow(
  { row, reader }: { readonly row: NamedRow; readonly reader: string },
  { source, row: exhibit, offset }: KnownSource,
): CitedRow {
  const time = timeOf(row.ms, row.nanos);
  return {
    evidence: exhibit.entry,
    exhibit: exhibit.label,
    ...(exhibit.sha256 === null ? {} : { sha256: exhibit.sha256 }),
    ...(source.member === '' ? {} : { member: source.member }),
    reader,
    line: row.line,
    offset: row.offset,
    ...(time === null ? {} : { time }),
    ...(offset === 0 ? {} : { clock_offset: offset }),
    text: row.raw.replaceAll(HALF, '\uFFFD'),
  };
}
