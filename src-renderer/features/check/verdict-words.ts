import type { RecordCheck } from '../../../src-main/contract/record.ts';
import { count } from '../../format/number.ts';
import { en } from '../../strings/en.ts';

/** Problems that leave the record itself whole: the bytes of exhibits are others. */
const OF_EXHIBITS = new Set(['evidence-changed', 'evidence-unreadable', 'evidence-missing']);

/** How many problems there are, each of every kind counted. */
export const problemCount = ({ counts }: RecordCheck): number =>
  Object.values(counts).reduce((sum, n) => sum + n, 0);

/** The one sentence over a file in which something does not fit. */
export function badTitle(check: RecordCheck): string {
  const text = en.check.bad;
  const kinds = Object.keys(check.counts);
  const n = problemCount(check);
  if (kinds.every((kind) => OF_EXHIBITS.has(kind))) return n === 1 ? text.exhibit : text.exhibits(count(n));
  if (kinds.every((kind) => kind === 'older-than-seen')) return text.older;
  return n === 1 ? text.one : text.many(count(n));
}

/** What still stands where something does not fit. */
export function badText(check: RecordCheck): string {
  const text = en.check.bad;
  const kinds = Object.keys(check.counts);
  if (kinds.every((kind) => OF_EXHIBITS.has(kind))) {
    return text.recordGood(en.check.good.entries(count(check.checked.entries)));
  }
  return kinds.every((kind) => kind === 'older-than-seen') ? text.olderText : text.notAsWritten;
}

/** What was found to be good; of evidence only where some was read. */
export function goodText({ checked }: RecordCheck): string {
  const text = en.check.good;
  const entries = `${text.entries(count(checked.entries))} ${text.text}`;
  return checked.evidence === 0 ? entries : `${entries} ${text.evidence}`;
}
