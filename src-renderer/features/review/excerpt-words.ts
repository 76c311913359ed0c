import type { EntryView } from '../../../src-main/contract/entry.ts';
import { fullTime } from '../../format/time.ts';
import { visibleText } from '../../format/visible.ts';

/** When it happened, or was written down where nobody said more. */
export const whenOf = ({ occurred, recorded }: EntryView, zone: string): string =>
  fullTime(new Date(occurred?.utc ?? recorded), zone, 'minute');

/** Longer ones are read in the timeline. */
const SHOWN = 240;

export function cutEntry(text: string): string {
  const words = visibleText(text);
  if (words.length <= SHOWN) return words;
  const head = words.slice(0, SHOWN);
  return `${head.isWellFormed() ? head : head.slice(0, -1)}…`;
}
