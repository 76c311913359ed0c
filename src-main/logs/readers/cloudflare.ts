import { Buffer } from 'node:buffer';
import { readText } from '../reading/encoding.ts';
import { lineCutter } from '../reading/lines.ts';
import { localTime } from '../reading/local-time.ts';
import type { Given, LogReader, NamedField, RowSink, Sample } from '../reading/reader.ts';
import { cloudflareUse, isCloudflare } from './cloudflare-columns.ts';
import { taskOf } from './column-uses.ts';
import { tableSample } from './csv.ts';
import { jsonCutter, jsonFields } from './json-rows.ts';
import { jsonSample } from './json-sample.ts';
import { TableLines, tableFields } from './table-lines.ts';

/**
 * Cloudflare: firewall events, HTTP requests and audit logs, from Logpush (one object in each line) or from the
 * dashboard (an array or CSV). Which fields there are is chosen by the customer. Times are UTC.
 * Sources: Cloudflare docs, "Logpush" (datasets, output options) and "Security Events".
 */
export const cloudflare: LogReader = { id: 'cloudflare', detect, open, fields };

function detect(sample: Sample): ReturnType<LogReader['detect']> {
  const { rows, share } = jsonSample(sample);
  if (rows.some((row) => isCloudflare(row.map(({ name }) => name)))) {
    return { certainty: 0.95 * share, asks: {} };
  }
  const table = rows.length > 0 ? null : tableSample(sample);
  return table !== null && isCloudflare(table.headings) ? { certainty: 0.93, asks: {} } : null;
}

function open(_: Given, sink: RowSink): ReturnType<LogReader['open']> {
  const utc = localTime('UTC');
  return readText((head) => {
    const isJson = /^\s*[[{]/.test(head.toString('latin1'));
    return isJson
      ? jsonCutter(head, sink, (key) => taskOf(cloudflareUse(key)), utc)
      : lineCutter(sink, new TableLines(sink, usesOf, utc));
  });
}

const usesOf = (headings: readonly string[]): Record<string, string> =>
  Object.fromEntries(headings.map((name) => [name, cloudflareUse(name) ?? '']));

function fields(raw: string, context: string): readonly NamedField[] {
  return context === '' ? jsonFields(raw) : tableFields(Buffer.from(raw), context);
}
