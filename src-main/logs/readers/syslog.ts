import { readLines } from '../reading/lines.ts';
import type { LogReader, Sample } from '../reading/reader.ts';
import { shareOf, wholeLines } from '../reading/share.ts';
import { monthAt } from '../reading/months.ts';
import { ascii } from '../reading/find.ts';
import { syslogFields } from './syslog-fields.ts';
import { SyslogLines } from './syslog-lines.ts';
import { firstYear } from './year-clock.ts';

const OLD = /^(?:\d{1,7} )?(?:<\d{1,3}>)?(\w{3}) ([ \d]\d) (\d{4} )?\d\d:\d\d:\d\d/;
const NEW = /^(?:\d{1,7} )?(<\d{1,3}>)?(?:1 )?(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d+)?(Z|[+-]\d\d)?|- )/;

/**
 * Syslog: RFC 3164 (no year, no zone: both are asked), RFC 5424, and what rsyslog, journald and devices write between.
 */
export const syslog: LogReader = {
  id: 'syslog',
  detect,
  open: (given, sink) => readLines(sink, new SyslogLines(given, sink)),
  fields: syslogFields,
};

function detect(sample: Sample): ReturnType<LogReader['detect']> {
  const lines = wholeLines(sample).filter((line) => !/^\s/.test(line));
  const share = shareOf(lines, (line) => isOld(line) || NEW.test(line));
  if (share < 0.3) return null;
  return { certainty: 0.88 * share, asks: syslogAsks(sample) };
}

const isOld = (line: string): boolean => monthAt(ascii(OLD.exec(line)?.[1] ?? ''), 0) !== -1;

/** What has to be said so that the times of a sample can be read. */
export function syslogAsks(sample: Sample): { zone?: true; year?: number } {
  let asks: { zone?: true; year?: number } = {};
  for (const line of wholeLines(sample)) {
    const old = OLD.exec(line);
    if (old !== null && isOld(line)) {
      if (old[3] !== undefined) asks = { ...asks, zone: true };
      else return { zone: true, year: yearOf(old[1] ?? '', Number(old[2]), sample.modified) };
    } else if (NEW.exec(line)?.[2] === undefined && /^\D*\d{4}-/.test(line)) asks = { ...asks, zone: true };
  }
  return asks;
}

const yearOf = (month: string, day: number, modified: number | null): number =>
  modified === null ? 0 : firstYear(monthAt(ascii(month), 0), day, modified);
