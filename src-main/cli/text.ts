import type { EntryView } from '../contract/entry.ts';
import type { DetailChange, Exhibit, Mail } from '../contract/evidence.ts';
import { describedNames, describedWords, viewName } from '../domain/exhibit-details.ts';
import { visibleText } from '../domain/file-name.ts';
import { sizeText } from '../domain/size-text.ts';
import { holderWords } from './custody-text.ts';
import { localTime } from './local-time.ts';
import { signedName } from './signed-name.ts';

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
    `${exhibit.exhibit}  ${visibleText(exhibit.title)}  ${size}${where}${changed}${same}, ${holderWords(exhibit)}`,
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
