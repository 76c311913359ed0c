import { Buffer } from 'node:buffer';
import { readLines } from '../reading/lines.ts';
import { localTime } from '../reading/local-time.ts';
import type { Given, LogReader, RowSink, Sample } from '../reading/reader.ts';
import { shareOf, wholeLines } from '../reading/share.ts';
import { CsvColumns, delimiterOf } from './csv-split.ts';
import { guessUses } from './guess-uses.ts';
import { isLocalTime } from './jsonl.ts';
import { TableLines, namesOf, tableFields } from './table-lines.ts';
import { widthOf } from './viewer-columns.ts';

/**
 * Tables with a heading, separated by comma, semicolon, tab or bar (RFC 4180 quotes): columns are used by their names,
 * or as the person said.
 */
export const csv: LogReader = {
  id: 'csv',
  detect,
  open,
  fields: (raw, context) => tableFields(Buffer.from(raw), context),
};

export interface TableSample {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Heading and first rows of a table; null where the lines do not look like one. */
export function tableSample(sample: Sample): TableSample | null {
  const lines = wholeLines(sample).filter((line) => !/^"?sep=.$/i.test(line));
  const heading = (lines[0] ?? '').replace(/^\ufeff/, '');
  const delimiter = delimiterOf(heading);
  const headings = namesOf(heading, delimiter);
  if (headings.length < 2 || headings.some((name) => name.length > 200)) return null;
  const columns = new CsvColumns();
  const rows = records(lines.slice(1), columns, delimiter).map((record) => {
    const bytes = Buffer.from(record);
    columns.split(bytes, 0, bytes.length, delimiter);
    return Array.from({ length: columns.count }, (_, i) =>
      bytes.toString('utf8', columns.starts[i], columns.ends[i]),
    );
  });
  return { headings, rows };
}

/** Lines that a quoted value joins are one record. */
function records(lines: readonly string[], columns: CsvColumns, delimiter: number): string[] {
  const found: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    const bytes = Buffer.from(line);
    if (isOpen) found.push(`${found.pop() ?? ''}\n${line}`);
    else found.push(line);
    isOpen = columns.isOpenBehind(bytes, 0, bytes.length, delimiter, isOpen);
  }
  return found;
}

function detect(sample: Sample): ReturnType<LogReader['detect']> {
  const table = tableSample(sample);
  if (table === null) return null;
  const { headings, rows } = table;
  const lines = rows.map((row) => row.length);
  const share = shareOf(lines.map(String), (count) => count === String(widthOf(headings)));
  const uses = guessUses(headings);
  const time = headings.findIndex((name) => uses[name] === 'time');
  const isLocal =
    headings.some((name) => uses[name] === 'date') || rows.some((row) => isLocalTime(row[time] ?? ''));
  const isNamed = Object.keys(uses).length > 0 && headings.every((name) => name !== '' && !isLocalTime(name));
  return {
    certainty: (isNamed ? 0.6 : 0.2) * Math.max(share, rows.length === 0 ? 0.5 : 0),
    asks: { columns: headings, ...(isLocal || time === -1 ? { zone: true } : {}) },
  };
}

function open({ columns, zone }: Given, sink: RowSink): ReturnType<LogReader['open']> {
  const isSaid = Object.keys(columns).length > 0;
  const local = zone === null ? null : localTime(zone);
  return readLines(sink, new TableLines(sink, (headings) => (isSaid ? columns : guessUses(headings)), local));
}
