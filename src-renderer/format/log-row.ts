import type { LogRow } from '../../src-main/contract/log-search.ts';
import { en } from '../strings/en.ts';

/** Formats are known by their ids; a newer program may have written others. */
export const formatName = (reader: string): string => en.logSearch.formats[reader] ?? reader;
export const shortFormat = (reader: string): string => en.logSearch.shortFormats[reader] ?? reader;

/** What a common column is called. */
export const columnName = (column: string): string => en.logSearch.columns[column] ?? column;

const DATA = /<Data(?: Name="([^"]*)")?[^>]*>([^<]*)<\/Data>/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

const plain = (xml: string): string =>
  xml.replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (one) => ENTITIES[one] ?? one);

/** Of an event in XML its data: `LogonType=3 IpAddress=203.0.113.77`. */
function eventText(raw: string): string {
  const data = [...raw.matchAll(DATA)].flatMap(([, name, value = '']) => {
    const text = plain(value).trim();
    if (text === '' || text === '-') return [];
    return [name === undefined ? text : `${name}=${text}`];
  });
  return data.join('  ');
}

/** What of a row's text stands behind its path: the query, with its question mark. */
function queryBehind(path: string, raw: string, reader: string): string {
  const at = raw.indexOf(path);
  if (at === -1) return '';
  const rest = raw.slice(at + path.length);
  if (rest.startsWith('?')) return /^\?[^\s"]*/.exec(rest)?.[0] ?? '';
  if (reader !== 'iis-w3c') return '';
  const query = /^ (\S+)/.exec(rest)?.[1] ?? '-';
  return query === '-' ? '' : `?${query}`;
}

/** A stamp at the start of a line: the time has a column of its own. */
const STAMP =
  /^[[<]?(?:<?\d{1,3}>)?\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z| ?[+-]\d\d:?\d\d)?\]?[ \t|,]*/;

/** What a row says, in one line: path and query of a request, the data of an event, or its text. */
export function rowText({ columns, raw }: Pick<LogRow, 'columns' | 'raw'>, reader: string): string {
  const { path } = columns;
  if (reader === 'evtx' || reader === 'evtx-xml') {
    const text = eventText(raw);
    return text === '' ? String(columns['provider'] ?? '') : text;
  }
  if (typeof path === 'string' && columns['method'] !== undefined) {
    return path + queryBehind(path, raw, reader);
  }
  return raw.replace(STAMP, '').trim();
}

/** How a line is quoted in a mail: where it stands, with which hash, and its text. */
export function quotedRow(
  row: LogRow,
  more: { readonly file: string; readonly sha256: string | null },
): string {
  return [
    `${row.exhibit} line ${row.line}, ${row.time ?? 'no time'}, ${more.file}`,
    row.raw,
    ...(more.sha256 === null ? [] : [`SHA-256 of ${row.exhibit}: ${more.sha256}`]),
  ].join('\n');
}
