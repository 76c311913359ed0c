import { expect, test } from 'vitest';
import { readQuery } from '../../../src-main/logs/search/query.ts';
import { spanAfter } from '../../../src-renderer/features/log-search/span-keys.ts';
import { tableRows } from '../../../src-renderer/features/log-search/histogram-table.tsx';
import { excluded, hasTerm, isField, toggled, valueTerm } from '../../../src-renderer/format/log-query.ts';
import { rowText } from '../../../src-renderer/format/log-row.ts';
import { silencesIn } from '../../../src-renderer/format/log-silences.ts';
import { choiceOf, isAnswered, readAsOf, withReader } from '../../../src-renderer/state/log-choice.ts';
import { pagesAround } from '../../../src-renderer/state/log-pages.ts';
import { histogramSeries } from '../../../src-renderer/ui/histogram-plot.ts';

test.each([
  '200',
  '/uploads/img_7731.cfm',
  '//evil.example/x',
  'curl/8.4.0 (x86; "quoted")',
  String.raw`C:\Windows\System32\cmd.exe`,
  '1..2',
  '::1',
  'a) OR (b',
  'é 日本',
])('a value that is pressed is searched for as it is: %s', (value) => {
  expect(readQuery(valueTerm('path', value))).toEqual({ kind: 'field', field: 'path', value });
  const term = valueTerm('path', value);
  expect(readQuery(excluded('', term))).toEqual({ kind: 'not', of: { kind: 'field', field: 'path', value } });
  expect(hasTerm(toggled('whoami', term), term)).toBe(true);
  expect(toggled(toggled('whoami', term), term)).toBe('whoami');
});

test('a search is narrowed as a whole, and a value is never asked for and left out at once', () => {
  expect(toggled('a OR b', 'status:200')).toBe('(a OR b) status:200');
  expect(toggled('"a OR b"', 'status:200')).toBe('"a OR b" status:200');
  expect(excluded('a status:200', 'status:200')).toBe('a -status:200');
  expect(toggled('a -status:200', 'status:200')).toBe('a status:200');
  expect(excluded('-status:200', 'status:200')).toBe('-status:200');
  expect(['c-ip', 'cs(User-Agent)', 'two words', 'System/Data'].map(isField)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('a row says its request with the query, its event data, or its text without the time', () => {
  const iis = '2026-11-17 01:11:42 10.0.4.21 GET /a.cfm c=whoami 443 - 203.0.113.77';
  const of = (raw: string, reader: string, columns: Record<string, string | number>) =>
    rowText({ raw, columns }, reader);
  expect(of(iis, 'iis-w3c', { method: 'GET', path: '/a.cfm' })).toBe('/a.cfm?c=whoami');
  expect(of('x "GET /a?b=1 HTTP/1.1" 200', 'clf', { method: 'GET', path: '/a' })).toBe('/a?b=1');
  expect(of(iis.replace('c=whoami', '-'), 'iis-w3c', { method: 'GET', path: '/a.cfm' })).toBe('/a.cfm');
  const event =
    '<Event><EventData><Data Name="User">A&amp;B</Data><Data>-</Data><Data>two</Data></EventData></Event>';
  expect(of(event, 'evtx', {})).toBe('User=A&B  two');
  expect(of('2026-11-17 02:11:42.123 disk full', 'syslog', {})).toBe('disk full');
});

test('it is silent where no log speaks, and partly where one pauses', () => {
  const at = (hour: number): string => new Date(Date.UTC(2026, 10, 17, hour)).toISOString();
  const ms = (hour: number): number => Date.UTC(2026, 10, 17, hour);
  const whole = { from: ms(0), to: ms(10) };
  const a = { first: at(0), last: at(8), gaps: [{ from: at(2), to: at(5) }] };
  const b = { first: at(3), last: at(9), gaps: [] };
  expect(silencesIn([a, b], whole)).toEqual({
    silent: [
      { from: ms(2), to: ms(3) },
      { from: ms(9), to: ms(10) },
    ],
    partly: [{ from: ms(2), to: ms(5) }],
  });
  expect(silencesIn([], whole).silent).toEqual([]);
});

test('the span is moved and widened by keys, and stays within the time', () => {
  const whole = { from: 0, to: 1000 };
  const span = { from: 100, to: 200 };
  expect(spanAfter('ArrowRight', false, span, whole, 10)).toEqual({ from: 110, to: 210 });
  expect(spanAfter('ArrowLeft', true, span, whole, 10)).toEqual({ from: 90, to: 200 });
  expect(spanAfter('ArrowRight', true, { from: 0, to: 995 }, whole, 10)).toEqual({ from: 0, to: 1000 });
  expect(spanAfter('End', false, span, whole, 10)).toEqual({ from: 900, to: 1000 });
  expect(spanAfter('ArrowLeft', false, { from: 0, to: 50 }, whole, 10)).toEqual({ from: 0, to: 50 });
  expect(spanAfter('x', false, span, whole, 10)).toBeNull();
});

test('one of a million is still seen, the rest is to scale, and the table holds every count', () => {
  const data = { from: 0, to: 300, all: [0, 1_000_000, 250_000], found: [0, 1, 0], silent: [], partly: [] };
  const [, outside, inside, found] = histogramSeries(data, { from: 150, to: 160 });
  expect(outside).toEqual([null, null, 0.5]);
  expect(inside).toEqual([null, 1, null]);
  expect(found).toEqual([null, 0.14, null]);
  const many = { from: 0, to: 120, all: Array.from({ length: 120 }, () => 2), found: [1] };
  const rows = tableRows(many);
  expect(rows.length).toBeLessThanOrEqual(48);
  expect(rows.reduce((sum, row) => sum + row.all, 0)).toBe(240);
  expect(tableRows({ ...many, all: many.all.map((_, i) => (i === 119 ? 1 : 0)) })).toHaveLength(1);
});

const file = (asks: { zone: boolean; year: number | null; columns: string[] }, certainty = 0.9) => ({
  exhibit: null,
  path: '/a.log',
  member: '',
  name: 'a.log',
  size: 1,
  proposals: [{ reader: 'pfirewall', certainty, asks }],
  remembered: null,
  isIndexed: false,
  fault: null,
});

test('what a format does not say is asked, and never filled in', () => {
  const local = choiceOf(file({ zone: true, year: 0, columns: ['a', 'b'] }), '1');
  expect(local).toMatchObject({ reader: 'pfirewall', zone: '', year: '' });
  expect(isAnswered(local)).toBe(false);
  expect(isAnswered({ ...local, zone: 'UTC' })).toBe(false);
  const answered = { ...local, zone: 'UTC', year: '2026', columns: { a: 'time', b: '' } };
  expect(isAnswered(answered)).toBe(true);
  expect(readAsOf(answered)).toEqual({
    reader: 'pfirewall',
    zone: 'UTC',
    year: 2026,
    columns: { a: 'time' },
  });
  expect(isAnswered({ ...answered, year: '99' })).toBe(false);
  expect(isAnswered({ ...answered, offset: '1.5' })).toBe(false);
  expect(isAnswered({ ...local, take: false })).toBe(true);
  // Nobody is sure: a person says what it is.
  expect(choiceOf(file({ zone: false, year: null, columns: [] }, 0.2), '1').reader).toBe('');
  expect(withReader(answered, 'syslog')).toEqual({ reader: 'syslog', columns: {}, year: '' });
});

test('of many pages the nearest stay, and the first', () => {
  const pages = new Map(Array.from({ length: 100 }, (_, i) => [i, i] as const));
  const kept = [...pagesAround(pages, 50, 5).keys()];
  expect(kept).toHaveLength(5);
  expect(kept).toEqual(expect.arrayContaining([0, 49, 50, 51]));
  expect(pagesAround(pages, 50, 100)).toBe(pages);
});
