import type { EntryView } from '../../src-main/contract/entry.ts';
import { fullTime } from './time.ts';
import { visibleText } from './visible.ts';

/** How an entry is quoted in a mail: number, first 8 digits, time with zone and UTC, author, text. */
export function citation(entry: EntryView, zone: string): string {
  const at = new Date(entry.occurred?.utc ?? entry.recorded);
  const recorded = fullTime(new Date(entry.recorded), 'UTC', 'millisecond');
  return [
    `Entry ${entry.number} (${entry.id.slice(0, 8)}), ${fullTime(at, zone, 'second')}, ${entry.author.name}:`,
    visibleText(entry.text),
    `Recorded ${recorded}. SHA-256 ${entry.id}`,
  ].join('\n');
}
