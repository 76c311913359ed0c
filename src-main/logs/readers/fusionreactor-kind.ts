import { ascii, startsWith } from '../reading/find.ts';
import { digits } from '../reading/digits.ts';
import { type FusionReactorKind, placeOf } from './fusionreactor-columns.ts';
import type { Columns } from './w3c-columns.ts';

const MEM = [ascii('MEM')];
const CPU = [ascii('CPU')];
const JDBC = ['METRIC', 'NOTIFICATION', 'REMINDER'].map(ascii);
const STATUS = ['started', 'finished', 'killed', 'queued', 'STARTED', 'FINISHED', 'KILLED', 'QUEUED'].map(
  ascii,
);
const memory = placeOf('resource', 'MEM');
const processor = placeOf('resource', 'CPU');
const type = placeOf('jdbc', 'type');
const status = placeOf('request', 'reqstatus');
const script = placeOf('crashprotection', 'script');

/** Words that stand at fixed places tell what a row is; where there are none, the file's name does. */
export function kindOfRow(bytes: Uint8Array, columns: Columns, byName: FusionReactorKind): FusionReactorKind {
  if (isOneOf(bytes, columns, memory, MEM) && isOneOf(bytes, columns, processor, CPU)) return 'resource';
  if (byName === 'crashprotection' || byName === 'notification') return byName;
  if (isOneOf(bytes, columns, status, STATUS)) return 'request';
  if (isOneOf(bytes, columns, type, JDBC)) return 'jdbc';
  return byName;
}

function isOneOf(bytes: Uint8Array, columns: Columns, i: number, words: readonly Uint8Array[]): boolean {
  if (i >= columns.count) return false;
  const [start, end] = [columns.starts[i] ?? 0, columns.ends[i] ?? 0];
  return words.some((word) => end - start === word.length && startsWith(bytes, word, start, end));
}

/**
 * Where the request begins in a row of crash protection: at its epoch. Older versions write date and time before it.
 * @returns -1 where there is no request
 */
export function requestAt(bytes: Uint8Array, { count, ends, starts }: Columns): number {
  for (let i = script + 1; i < Math.min(count, script + 5); i++) {
    const start = starts[i] ?? 0;
    if ((ends[i] ?? 0) - start === 13 && digits(bytes, start, 13) !== -1) return i;
  }
  return -1;
}
