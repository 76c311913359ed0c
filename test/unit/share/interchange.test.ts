import { array, assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import type { InterchangeFormat, TimelineEvent } from '../../../src-main/share/interchange/event.ts';
import { eventWriter } from '../../../src-main/share/interchange/event-writer.ts';
import { LONGEST } from '../../../src-main/share/interchange/fit-text.ts';
import { parsedCsv } from '../../support/parsed-csv.ts';
import { importCsv, importJsonl } from '../../support/timesketch-rules.ts';

const FIELDS = ['raw', 'line', 'labels'];

const event = (change: Partial<TimelineEvent> = {}): TimelineEvent => ({
  at: { ms: Date.parse('2026-11-17T01:14:05.123Z'), nanos: 0 },
  zone: 'Europe/Berlin',
  meaning: 'Occurred',
  message: 'FusionReactor alert',
  source: 'HOLDFAST',
  sourceLong: 'Holdfast case timeline',
  parser: 'holdfast/note',
  displayName: 'Uploads on WEB01',
  tags: ['alert', 'web'],
  fields: { raw: 'a line', line: 7, labels: ['EV-001', 'EV-002'] },
  ...change,
});

const written = (format: InterchangeFormat, ...events: TimelineEvent[]) => {
  const writer = eventWriter(format, FIELDS);
  const text = writer.begin + events.map((one) => writer.write(one)).join('');
  return { text, counts: writer.counts };
};

const HOSTILE = [
  "=cmd|' /C calc'!A0",
  '@SUM(A1)',
  '\t=1',
  '＝1',
  '"a quote that swallows what follows',
  'a,b,"c"',
  'two\r\nlines',
  'NUL \0 in it',
  'half \uD800 of a character',
  'ends \u2028 and \u0085 of lines',
  '{"_id": 1}',
  '-',
  '   ',
  '',
];

test('a row says the three things that Timesketch needs, microseconds, and the offset of its zone', () => {
  const { text } = written('timesketch-jsonl', event());
  expect(JSON.parse(text)).toEqual({
    timestamp: 1_794_878_045_123_000,
    message: 'FusionReactor alert',
    datetime: '2026-11-17T02:14:05.123000+01:00',
    timestamp_desc: 'Occurred',
    tag: ['alert', 'web'],
    source_short: 'HOLDFAST',
    source_long: 'Holdfast case timeline',
    parser: 'holdfast/note',
    display_name: 'Uploads on WEB01',
    raw: 'a line',
    line: 7,
    labels: ['EV-001', 'EV-002'],
  });
});

test('a table is in UTC, whatever the zones of its rows, and has no mark in front', () => {
  const { text } = written('timesketch-csv', event(), event({ zone: 'America/New_York', tags: [] }));
  const rows = importCsv(text);
  expect(rows.map(({ datetime }) => datetime)).toEqual([
    '2026-11-17T01:14:05.123000+00:00',
    '2026-11-17T01:14:05.123000+00:00',
  ]);
  expect(rows.map(({ tag }) => tag)).toEqual([['alert', 'web'], []]);
  expect(rows[0]).toMatchObject({ line: '7', labels: 'EV-001 EV-002', raw: 'a line' });
});

test.each(HOSTILE)('nothing hostile breaks a row: %j', (text) => {
  const hostile = event({ message: text, displayName: text, tags: [text], fields: { raw: text } });
  const [jsonl] = importJsonl(written('timesketch-jsonl', hostile, event()).text);
  expect(jsonl?.['raw']).toBe(text.toWellFormed());
  const csv = written('timesketch-csv', hostile, event());
  expect(importCsv(csv.text)).toHaveLength(2);
  const plaso = written('plaso', hostile, event());
  const rows = parsedCsv(plaso.text);
  expect(rows.map((row) => row.length)).toEqual([8, 8, 8]);
  expect(plaso.text.match(/[^\n]+/g)).toHaveLength(3);
  for (const cell of [...parsedCsv(csv.text), ...rows].flat()) {
    if (cell !== '-') expect(cell).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D]/u);
    expect(cell).not.toContain('\0');
  }
});

test('whatever the texts are, both files can be taken in as they are', () => {
  const anything = string({ unit: 'binary', maxLength: 60 });
  assert(
    property(anything, anything, array(anything, { maxLength: 3 }), (message, raw, tags) => {
      const one = event({ message, tags, fields: { raw } });
      const [row] = importJsonl(written('timesketch-jsonl', one).text);
      expect(row?.['raw']).toBe(raw.toWellFormed());
      expect(importCsv(written('timesketch-csv', one, one).text)).toHaveLength(2);
      expect(parsedCsv(written('plaso', one, one).text).map((cells) => cells.length)).toEqual([8, 8, 8]);
    }),
  );
});

test('the checker of these tests refuses what it should', () => {
  const { text } = written('timesketch-jsonl', event());
  expect(() => importJsonl(text.replace('"message"', '"massage"'))).toThrow('no message');
  expect(() => importJsonl(text.replace('045123000', '045124000'))).toThrow('differ');
  expect(() => importJsonl(text.replace('"raw"', '"_raw"'))).toThrow('removed');
  expect(() => importJsonl(text.replace('a line', 'a \u2028 line'))).toThrow('JSON');
  expect(() => importCsv(`\uFEFF${written('timesketch-csv', event()).text}`)).toThrow('mark');
  const mixed = written('timesketch-csv', event(), event()).text.replace(
    '01:14:05.123000+00:00',
    '02:14:05.123000+01:00',
  );
  expect(() => importCsv(mixed)).toThrow('several offsets');
});

test('nanoseconds stay, before 1970 too', () => {
  const at = { ms: -1, nanos: 987_654 };
  const [jsonl] = importJsonl(written('timesketch-jsonl', event({ at, zone: 'UTC' })).text);
  expect(jsonl).toMatchObject({ datetime: '1969-12-31T23:59:59.999987654+00:00', timestamp: -13n });
  // Exact where a number of JavaScript is not.
  const late = { ms: Date.parse('2262-01-01T00:00:00.001Z'), nanos: 1000 };
  expect(written('timesketch-jsonl', event({ at: late, zone: 'UTC' })).text).toContain(
    '"timestamp":9214646400001001,',
  );
});

test('rows without a time, or with one that nothing holds, are counted and left out', () => {
  const of = (iso: string) => event({ at: { ms: Date.parse(iso), nanos: 0 } });
  const all = [event({ at: null }), of('0001-01-01T00:00:00Z'), of('9999-12-31T23:59:59.999Z'), event()];
  for (const format of ['timesketch-jsonl', 'timesketch-csv'] as const) {
    expect(written(format, ...all).counts).toEqual({ written: 1, undated: 1, outside: 2, shortened: 0 });
  }
  const { text, counts } = written('plaso', ...all, event({ at: { ms: 8.64e15, nanos: 0 } }));
  expect(counts).toEqual({ written: 3, undated: 1, outside: 1, shortened: 0 });
  expect(parsedCsv(text).map(([datetime]) => datetime)).toEqual([
    'datetime',
    '0001-01-01T00:00:00.000000+00:00',
    '9999-12-31T23:59:59.999000+00:00',
    '2026-11-17T01:14:05.123000+00:00',
  ]);
});

test('a clock of before there were zones is rounded, and its instant stays', () => {
  const at = { ms: Date.parse('1880-06-01T12:00:00.000Z'), nanos: 0 };
  const [row] = importJsonl(written('timesketch-jsonl', event({ at })).text);
  expect(row?.datetime).toBe('1880-06-01T12:53:00.000000+00:53');
});

test('of a text that is too long the beginning is written, and the row says of which', () => {
  const raw = `${'é'.repeat(LONGEST / 2 - 1)}€ and more`;
  const { text, counts } = written('timesketch-jsonl', event({ fields: { raw } }));
  expect(counts.shortened).toBe(1);
  const [row] = importJsonl(text);
  // The next character takes three bytes and does not fit.
  expect(row?.['raw']).toBe('é'.repeat(LONGEST / 2 - 1));
  expect(row?.['holdfast_shortened']).toEqual(['raw']);
  const fits = event({ fields: { raw: 'x'.repeat(LONGEST) } });
  expect(written('timesketch-jsonl', fits).counts.shortened).toBe(0);
  expect(written('timesketch-csv', event({ fields: { raw } })).text).toMatch(/,raw\r\n$/);
});

test('a table like Plaso’s has its heading, its dash for nothing, and no commas of its own', () => {
  const { text } = written('plaso', event({ message: 'a, b', tags: [] }), event({ message: '' }));
  expect(text).toBe(
    [
      'datetime,timestamp_desc,source,source_long,message,parser,display_name,tag',
      '2026-11-17T01:14:05.123000+00:00,Occurred,HOLDFAST,Holdfast case timeline,a  b,holdfast/note,Uploads on WEB01,-',
      '2026-11-17T01:14:05.123000+00:00,Occurred,HOLDFAST,Holdfast case timeline,(empty),holdfast/note,Uploads on WEB01,alert web',
      '',
    ].join('\n'),
  );
});
