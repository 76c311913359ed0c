import { Buffer } from 'node:buffer';
import { numberAt, textAt } from '../reading/columns.ts';
import { wholeNumber } from '../reading/digits.ts';
import { readLines } from '../reading/lines.ts';
import { type LocalTime, localTime } from '../reading/local-time.ts';
import type { Given, LogReader, NamedField, RowSink, Sample } from '../reading/reader.ts';
import { shareOf, wholeLines } from '../reading/share.ts';
import { Stamp, placeStamp } from '../reading/stamp.ts';
import { ClfParts, clfParts, isNothing, isQuoted } from './clf-parts.ts';
import { requestColumns } from './clf-request.ts';
import { apacheError, errorLine, nginxError } from './error-log.ts';

const ACCESS = /\[\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d(?:\.\d+)?(?<offset> ?[+-]\d{4}|Z)?\]/;

/**
 * Access logs of Apache, nginx, Tomcat and the NCSA format of IIS: common, combined, with a virtual host before and any
 * values behind; and the lines of their error logs, which are often kept in the same file.
 * Sources: Apache HTTP Server, "Log Files" and mod_log_config (escapes); nginx, ngx_http_log_module.
 */
export const clf: LogReader = { id: 'clf', detect, open, fields };

function detect(sample: Sample): ReturnType<LogReader['detect']> {
  const lines = wholeLines(sample);
  const isError = (line: string): boolean => apacheError.test(line) || nginxError.test(line);
  const share = shareOf(lines, (line) => ACCESS.test(line) || isError(line));
  if (share < 0.2) return null;
  const isLocal = lines.some((line) => {
    const access = ACCESS.exec(line);
    return access === null ? isError(line) : access.groups?.['offset'] === undefined;
  });
  return { certainty: 0.95 * share, asks: isLocal ? { zone: true } : {} };
}

function open(given: Given, sink: RowSink): ReturnType<LogReader['open']> {
  return readLines(sink, new ClfLines(given, sink));
}

class ClfLines {
  private readonly sink: RowSink;
  private readonly local: LocalTime | null;
  private readonly parts = new ClfParts();
  private readonly stamp = new Stamp();

  constructor({ zone }: Given, sink: RowSink) {
    this.sink = sink;
    this.local = zone === null ? null : localTime(zone);
  }

  line(bytes: Buffer, from: number, to: number, line: number, offset: number, flags: number): void {
    if (from === to) return;
    const { parts, sink, stamp } = this;
    const { row } = sink;
    row.begin(bytes, from, to, line, offset);
    row.flag(flags);
    if (clfParts(bytes, from, to, parts, stamp)) this.access(bytes, line, offset);
    else if (!errorLine(bytes, from, to, row, stamp)) {
      sink.problem('not-understood', line, offset, '');
      sink.add();
      return;
    }
    if (!placeStamp(row, stamp, this.local)) {
      sink.problem(Number.isNaN(stamp.seconds) ? 'bad-time' : 'no-time', line, offset, '');
    }
    sink.add();
  }

  private access(bytes: Buffer, line: number, offset: number): void {
    const { parts, sink } = this;
    const { row } = sink;
    row.slice(textAt.address, parts.clientFrom, parts.clientTo);
    if (!isNothing(bytes, parts.hostFrom, parts.hostTo)) {
      row.slice(textAt.host, parts.hostFrom, parts.hostTo);
    }
    if (!isNothing(bytes, parts.userFrom, parts.userTo)) {
      row.slice(textAt.user, parts.userFrom, parts.userTo);
    }
    const { rest, status } = parts;
    if (status === -1) {
      sink.problem('columns', line, offset, String(rest.count));
      return;
    }
    const { starts, ends } = rest;
    row.number(numberAt.status, wholeNumber(bytes, starts[status] ?? 0, ends[status] ?? 0));
    requestColumns(bytes, starts[status - 1] ?? 0, ends[status - 1] ?? 0, row);
    const next = status + 1;
    if (next >= rest.count) return;
    row.number(numberAt.bytes, wholeNumber(bytes, starts[next] ?? 0, ends[next] ?? 0));
    let seen = 0;
    for (let i = next; i < rest.count && seen < 2; i++) {
      if (!isQuoted(bytes, rest, i)) continue;
      const [start, end] = [starts[i] ?? 0, ends[i] ?? 0];
      if (!isNothing(bytes, start, end)) row.slice(seen === 0 ? textAt.referer : textAt.agent, start, end);
      seen++;
    }
  }
}

function fields(raw: string): NamedField[] {
  const bytes = Buffer.from(raw);
  const parts = new ClfParts();
  if (!clfParts(bytes, 0, bytes.length, parts, new Stamp())) return [];
  const text = (from: number, to: number): string => bytes.toString('utf8', from, to);
  const { rest, status } = parts;
  const head = [
    { name: 'vhost', value: text(parts.hostFrom, parts.hostTo) },
    { name: 'host', value: text(parts.clientFrom, parts.clientTo) },
    { name: 'ident', value: text(parts.identFrom, parts.identTo) },
    { name: 'user', value: text(parts.userFrom, parts.userTo) },
    { name: 'time', value: text(parts.timeFrom, parts.timeTo) },
  ].filter(({ name, value }) => name !== 'vhost' || value !== '');
  let quoted = 0;
  const tail = Array.from({ length: rest.count }, (_, i): NamedField => {
    const value = text(rest.starts[i] ?? 0, rest.ends[i] ?? 0);
    if (status !== -1 && i <= status + 1) {
      const name = { '-1': 'request', '0': 'status', '1': 'bytes' }[String(i - status)];
      if (name !== undefined) return { name, value };
    } else if (status !== -1 && isQuoted(bytes, rest, i)) {
      const name = ['referer', 'agent'][quoted++];
      if (name !== undefined) return { name, value };
    }
    return { name: `#${i + 1}`, value };
  });
  return [...head, ...tail];
}
