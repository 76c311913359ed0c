import { readLines } from '../reading/lines.ts';
import type { LogReader, NamedField, Sample } from '../reading/reader.ts';
import { shareOf, wholeLines } from '../reading/share.ts';
import { syslogAsks } from './syslog.ts';
import { syslogFields } from './syslog-fields.ts';
import { SyslogLines } from './syslog-lines.ts';

const PACKET = /IN=\S{0,64} OUT=\S{0,64} .*\bSRC=/;

/** Packets that iptables, nftables or UFW logged, in syslog. */
export const netfilter: LogReader = {
  id: 'netfilter',
  detect,
  open: (given, sink) => readLines(sink, new SyslogLines(given, sink)),
  fields,
};

function detect(sample: Sample): ReturnType<LogReader['detect']> {
  const share = shareOf(wholeLines(sample), (line) => PACKET.test(line));
  return share < 0.3 ? null : { certainty: 0.95 * share, asks: syslogAsks(sample) };
}

function fields(raw: string): NamedField[] {
  const parts = syslogFields(raw);
  const message = raw.slice(Math.max(0, raw.search(/IN=\S{0,64} OUT=/)));
  // Of a packet that is quoted in brackets the names are given with its bracket.
  const packet = [...message.matchAll(/(\[?[A-Z]{1,16})=(\S*)/g)].map(([, name, value]) => ({
    name: name ?? '',
    value: value ?? '',
  }));
  return [...parts, ...packet];
}
