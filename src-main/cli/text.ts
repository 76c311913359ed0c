import type { EntryView, SignedBy } from '../contract/entry.ts';
import type { CustodyEvent, DetailChange, Exhibit, Mail } from '../contract/evidence.ts';
import { describedNames, describedWords, viewName } from '../domain/exhibit-details.ts';
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

/** A name, marked where the key behind it is not to be trusted. */
const signedName = ({ name, trust }: SignedBy): string =>
  `${visibleText(name)}${trust === 'unconfirmed' || trust === 'disowned' ? ` (${trust})` : ''}`;

export function entryLine(entry: EntryView, zone: string): string {
  const time = localTime(entry.occurred?.utc ?? entry.recorded, zone);
  const until =
    entry.occurred?.until === undefined ? '' : ` to ${localTime(entry.occurred.until, zone).slice(11)}`;
  return `${String(entry.number).padStart(4)}  ${time}${until}  ${printable(entry.text)}  [${signedName(entry.author)}, ${entry.id.slice(0, 8)}]`;
}

/** An exhibit in two lines, and a third for what nobody said yet. */
export function exhibitLines(exhibit: Exhibit): string[] {
  const where =
    exhibit.mode === 'stored' ? 'stored' : exhibit.mode === 'reference' ? 'by reference' : 'no file';
  const size = exhibit.size === null ? '' : `${sizeText(exhibit.size)}, `;
  const changed = exhibit.changedWhileRead === true ? ', changed while it was read' : '';
  const same = exhibit.duplicateOf === undefined ? '' : `, same bytes as ${exhibit.duplicateOf}`;
  return [
    `${exhibit.exhibit}  ${visibleText(exhibit.title)}  ${size}${where}${changed}${same}, held by ${visibleText(exhibit.holder)}`,
    ...(exhibit.sha256 === null ? [] : [`        sha256 ${exhibit.sha256}`]),
    ...missingLine(exhibit),
  ];
}

/** `still missing: clock offset, time zone`; nothing where all is said. */
export function missingLine({ missing, exhibit }: Exhibit): string[] {
  if (missing.length === 0) return [];
  return [`        still missing of ${exhibit}: ${missing.map((name) => wordsOf(name)).join(', ')}`];
}

/** What is said about an exhibit, one line each. */
export function detailLines(exhibit: Exhibit): string[] {
  const said: Readonly<Record<string, unknown>> = { ...exhibit };
  return [
    ...describedNames
      .filter((name) => name !== 'title')
      .flatMap((name) => {
        const value = said[viewName(name)];
        return value === undefined || value === '' ? [] : [`  ${describedWords[name]}: ${valueText(value)}`];
      }),
    ...(exhibit.mail === undefined ? [] : mailLines(exhibit.mail)),
  ];
}

function mailLines({ headers, attachments, note }: Mail): string[] {
  return [
    ...headers.map(({ name, value, decoded }) => `  ${visibleText(name)}: ${visibleText(decoded ?? value)}`),
    ...attachments.map(
      ({ name, type, size, sha256 }) =>
        `  attachment: ${visibleText(name)} (${visibleText(type)}), ${sizeText(size)}\n        sha256 ${sha256}`,
    ),
    ...(note === undefined ? [] : [`  ${note}`]),
  ];
}

/** One change of what is said: `2026-11-17 01:20:00 UTC  clock offset: -2 → 3 (by Ada)`. */
export function historyLine({ field, before, after, at, author, reason }: DetailChange): string {
  const old = before === null ? '' : `${valueText(before)} → `;
  const why = reason === undefined ? '' : `, because: ${visibleText(reason)}`;
  return `  ${localTime(at, 'UTC')} UTC  ${wordsOf(field)}: ${old}${valueText(after)}  (by ${signedName(author)}${why})`;
}

/** The words of a field that JSON calls `clockOffset`. */
function wordsOf(name: string): string {
  const field = describedNames.find((known) => viewName(known) === name);
  return field === undefined ? name : describedWords[field];
}

function valueText(value: unknown): string {
  if (typeof value === 'string') return visibleText(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const { from, to, zone } = value as Readonly<Record<string, unknown>>;
  if (typeof from !== 'string' || typeof to !== 'string' || typeof zone !== 'string') {
    return visibleText(JSON.stringify(value));
  }
  return `${localTime(from, zone)} to ${localTime(to, zone)} ${visibleText(zone)}`;
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
  return `  ${event.sequence}  ${localTime(event.at, event.zone)} ${event.zone}  ${event.event}${visibleText(people)}  (by ${performedBy(event)})`;
}

/** Who did it; who wrote it down as well, where that is another or nobody confirmed that key. */
function performedBy({ performedBy: name, author }: CustodyEvent): string {
  return name === author.name
    ? signedName(author)
    : `${visibleText(name)}, recorded by ${signedName(author)}`;
}
