import { Buffer } from 'node:buffer';
import type { NamedField } from '../reading/reader.ts';
import { Stamp } from '../reading/stamp.ts';
import { SyslogHead, syslogHead } from './syslog-head.ts';
import { YearClock } from './year-clock.ts';

/** All parts of one message, with the values of its structured data. */
export function syslogFields(raw: string): NamedField[] {
  const bytes = Buffer.from(raw);
  const head = new SyslogHead();
  if (!syslogHead(bytes, 0, bytes.length, head, new Stamp(), new YearClock(2000, null))) return [];
  const text = (from: number, to: number): string => bytes.toString('utf8', from, to);
  const parts = [
    { name: 'priority', value: head.priority === -1 ? '' : String(head.priority) },
    { name: 'time', value: text(head.timeFrom, head.timeTo) },
    { name: 'level', value: text(head.levelFrom, head.levelTo) },
    { name: 'host', value: text(head.hostFrom, head.hostTo) },
    { name: 'program', value: text(head.tagFrom, head.tagTo) },
    { name: 'process id', value: text(head.pidFrom, head.pidTo) },
    { name: 'message id', value: text(head.idFrom, head.idTo) },
    ...structured(text(head.dataFrom, head.dataTo)),
    { name: 'message', value: text(head.messageFrom, bytes.length) },
  ];
  return parts.filter(({ value }) => value !== '');
}

/** Names are at most 32 letters long; without a limit, a long word of a hostile log would take quadratic time. */
const NAMED = /\[([^\s\]"=]{1,64})|([^\s\]"=]{1,64})="([^"\\]*(?:\\.[^"\\]*)*)"/g;

function structured(data: string): NamedField[] {
  const fields: NamedField[] = [];
  let element = '';
  for (const [, id, name, value] of data.matchAll(NAMED)) {
    if (id !== undefined) element = id;
    else fields.push({ name: `${element}.${name}`, value: (value ?? '').replaceAll(/\\(["\\\]])/g, '$1') });
  }
  return fields;
}
