import { textField, textIn } from '../domain/entry.ts';
import type { Json } from '../domain/canonical.ts';
import type { Told } from './sentence.ts';

type Text = (name: string) => string;

/** Kinds of entries about searched logs; undefined for all others. */
export function sentenceOfCitations(entry: Told, text: Text): string | undefined {
  switch (entry.header.kind) {
    case 'log-source':
      return logSourceSentence(entry, text);
    case 'citation':
      return citationSentence(entry);
    case 'log-finding': {
      const about = textField(entry, 'about');
      const verb = text('state') === 'dismissed' ? 'set aside' : 'taken up again';
      return `Finding ${verb}: ${text('title')}${about === undefined ? '' : `, ${about}`}, because: ${text('why')}`;
    }
    default:
      return undefined;
  }
}

const member = (value: { readonly member?: Json }): string =>
  typeof value.member === 'string' ? `, ${value.member}` : '';

/** `Log read: EV-003 as iis-w3c, 120000 rows, 3 places with a problem`. */
function logSourceSentence(entry: Told, text: Text): string {
  const problems = entry.fields['problems'];
  const count = Array.isArray(problems)
    ? problems.reduce<number>((sum, one) => sum + ((one as { readonly count?: number }).count ?? 0), 0)
    : 0;
  const rows = Number(entry.fields['rows'] ?? 0);
  const zone = textField(entry, 'zone');
  return [
    `Log read: ${text('exhibit')}${member(entry.fields)} as ${text('reader')}`,
    zone === undefined ? '' : `, times in ${zone}`,
    `, ${rows} ${rows === 1 ? 'row' : 'rows'}`,
    count === 0 ? '' : `, ${count} ${count === 1 ? 'place' : 'places'} with a problem`,
  ].join('');
}

/** `From EV-003 line 88431: 2026-11-17 01:11:42 GET …` and how many more. */
function citationSentence(entry: Told): string {
  const rows = Array.isArray(entry.fields['rows']) ? (entry.fields['rows'] as readonly Cited[]) : [];
  const [first] = rows;
  const remark = textField(entry, 'remark');
  const more = rows.length > 1 ? ` (and ${rows.length - 1} more)` : '';
  const place =
    first === undefined
      ? 'rows that were taken away'
      : `${textIn(first, 'exhibit')}${member(first)} line ${numberIn(first, 'line')}: ${textIn(first, 'text')}`;
  return `${remark === undefined ? '' : `${remark}: `}from ${place}${more}`;
}

const numberIn = (row: Cited, name: string): number => (typeof row[name] === 'number' ? row[name] : 0);

type Cited = { readonly [name: string]: Json };
