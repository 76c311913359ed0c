import { listField, objectField, textField, textIn } from '../domain/entry.ts';
import type { Told } from './sentence.ts';

type Text = (name: string) => string;

/** Kinds of entries about logs, backups, hand-overs and extent; undefined for all others. */
export function sentenceOfLogs(entry: Told, text: Text): string | undefined {
  switch (entry.header.kind) {
    case 'wanted-log':
      return wantedSentence(entry, text);
    case 'coverage':
      return coverageSentence(entry, text);
    case 'rotation':
      return rotationSentence(entry, text);
    case 'handover':
      return `Handed over to ${text('to')}: ${counted(rows(entry, 'steps'), 'open step')}, ${counted(rows(entry, 'deadlines'), 'running deadline')}${part(entry, 'note', '; ')}`;
    case 'handover-accepted':
      return `Hand-over ${text('handover').slice(0, 8)} taken over${part(entry, 'remark', ': ')}`;
    case 'extent':
      return extentSentence(entry, text);
    default:
      return undefined;
  }
}

const part = (entry: Told, name: string, before: string): string => {
  const said = textField(entry, name);
  return said === undefined ? '' : `${before}${said}`;
};

const rows = (entry: Told, name: string): number => {
  const value = entry.fields[name];
  return Array.isArray(value) ? value.length : 0;
};

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** An export is read anywhere: the minute, in UTC. */
const minute = (utc: string): string => `${utc.slice(0, 16).replace('T', ' ')} UTC`;

function wantedSentence(entry: Told, text: Text): string {
  const log = `${text('title')}${part(entry, 'host', ' of ')}`;
  switch (text('event')) {
    case 'downloaded': {
      const n = listField(entry, 'evidence').length;
      return `Log ${log} downloaded${part(entry, 'by', ' by ')}: ${n} ${n === 1 ? 'exhibit' : 'exhibits'}`;
    }
    case 'reviewed':
      return `Log ${log} read${part(entry, 'by', ' by ')}: ${text('result')}`;
    case 'not-available':
      return `Log ${log} is not to be had, because: ${text('why')}`;
    default:
      return `Log wanted: ${log}${part(entry, 'why', ', because: ')}`;
  }
}

/** `Coverage: IIS of WEB01 read from … to … by Ada: nothing found`. */
function coverageSentence(entry: Told, text: Text): string {
  const covers = objectField(entry, 'covers');
  const found = entry.fields['found'] === true ? text('finding') : 'nothing found in what was read';
  const span = `${minute(textIn(covers, 'from'))} to ${minute(textIn(covers, 'to'))}`;
  const log = `${text('source')} of ${text('host')}`;
  return text('state') === 'withdrawn'
    ? `Coverage withdrawn: ${log}, ${span}, because: ${text('why')}`
    : `Coverage: ${log} read from ${span} by ${text('by')}: ${found}`;
}

function rotationSentence(entry: Told, text: Text): string {
  const until = textIn(objectField(entry, 'until'), 'utc');
  const words = {
    stopped: 'is stopped',
    confirmed: 'is confirmed to be stopped',
    resumed: 'goes on again',
  }[text('event')];
  return [
    `Rotation of the backup “${text('job')}”${part(entry, 'host', ' of ')} ${words ?? text('event')}`,
    part(entry, 'by', ' by '),
    until === '' ? '' : `, until ${minute(until)}`,
    part(entry, 'proof', ', by '),
    part(entry, 'reference', ' '),
    part(entry, 'why', ', because: '),
  ].join('');
}

const STATES: Readonly<Record<string, string>> = {
  suspected: 'suspected to be reached',
  affected: 'affected',
  'not-affected': 'not affected',
  restored: 'restored',
};

/** `Extent, systems: WEB01 is affected (before: suspected to be reached), decided by Ada and Ben, because: …`. */
function extentSentence(entry: Told, text: Text): string {
  const by = listField(entry, 'by');
  const state = (word: string): string => STATES[word] ?? word;
  const before = listField(entry, 'before').map(state);
  return [
    `Extent, ${text('of')}: ${text('item')} is ${state(text('state'))}`,
    before.length === 0 ? '' : ` (before: ${before.join(' | ')})`,
    by.length === 0 ? '' : `, decided by ${by.join(' and ')}`,
    part(entry, 'grounds', ', because: '),
  ].join('');
}
