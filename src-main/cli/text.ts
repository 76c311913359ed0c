import type { EntryView } from '../contract/entry.ts';
import type { CustodyEvent } from '../contract/custody.ts';
import type { Exhibit } from '../contract/evidence.ts';
import { visibleText } from '../domain/file-name.ts';
import { wallAt } from '../domain/time/zone.ts';
import { sizeText } from '../domain/size-text.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-17 02:14:05` in a zone; the zone stands beside it or in the heading. @param utc ISO 8601 */
export function localTime(utc: string, zone: string): string {
  const wall = wallAt(zone, Date.parse(utc));
  return `${wall.year}-${two(wall.month)}-${two(wall.day)} ${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}`;
}

/** What may be printed on a terminal: line breaks of the text stay, all other control marks are shown. */
const printable = (text: string): string =>
  text
    .split('\n')
    .map((line) => visibleText(line))
    .join('\n    ');

export function entryLine(entry: EntryView, zone: string): string {
  const time = localTime(entry.occurred?.utc ?? entry.recorded, zone);
  const until =
    entry.occurred?.until === undefined ? '' : ` to ${localTime(entry.occurred.until, zone).slice(11)}`;
  const trust = entry.author.trust === 'unconfirmed' ? ' (unconfirmed)' : '';
  return `${String(entry.number).padStart(4)}  ${time}${until}  ${printable(entry.text)}  [${visibleText(entry.author.name)}${trust}, ${entry.id.slice(0, 8)}]`;
}

export function exhibitLine(exhibit: Exhibit): string {
  const where =
    exhibit.mode === 'stored' ? 'stored' : exhibit.mode === 'reference' ? 'by reference' : 'no file';
  const changed = exhibit.changedWhileRead === true ? ', changed while it was read' : '';
  const same = exhibit.duplicateOf === undefined ? '' : `, same bytes as ${exhibit.duplicateOf}`;
  return `${exhibit.exhibit}  ${visibleText(exhibit.title)}  ${sizeText(exhibit.size)}, ${where}${changed}${same}, held by ${visibleText(exhibit.holder)}\n        sha256 ${exhibit.sha256}`;
}

export function custodyLine(event: CustodyEvent): string {
  const people = [
    event.from === undefined ? '' : ` from ${event.from}`,
    event.to === undefined ? '' : ` to ${event.to}`,
    event.witness === undefined ? '' : `, witness ${event.witness}`,
    event.seal === undefined ? '' : `, seal ${event.seal}`,
    event.location === undefined ? '' : `, ${event.location}`,
    event.result === undefined ? '' : `: ${event.result}`,
  ].join('');
  return `  ${event.sequence}  ${localTime(event.at, event.zone)} ${event.zone}  ${event.event}${visibleText(people)}  (by ${visibleText(event.performedBy)})`;
}
