import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, bench } from '../../support/cli.ts';
import { parsedCsv } from '../../support/parsed-csv.ts';
import { type Imported, importCsv, importJsonl } from '../../support/timesketch-rules.ts';
import { hasSamples, sampleBytes } from '../../unit/logs/samples.ts';

let b: Bench;
let path = '';
let jsonl = '';
const HOSTILE = `=HYPERLINK("http://example.org"), "two"\nlines`;

const done = (...args: string[]) => {
  const { json } = b.cli(...args);
  if (!json.ok) throw new Error(json.error.message);
  return json.data;
};
const note = (...args: string[]): string => done('note', path, ...args).entry.id;
const short = (id: string): string => id.slice(0, 8);

let wrong = '';
let better = '';
let secret = '';

beforeAll(() => {
  b = bench('interchange', 'served');
  path = b.path('case.holdfast');
  jsonl = b.path('timeline.jsonl');
  done('new', path, '--title', 'Uploads, on WEB01', '--zone', 'Europe/Berlin', '--as', '=Ada');
  wrong = note('412 active requests', '--at', '2026-07-17 02:14', '--tag', 'alert');
  better = done('correct', path, wrong, '421 active requests', '--reason', 'digits').entry.id;
  secret = note('the password is hunter2', '--at', '2026-11-17 02:20', '--zone', 'America/New_York');
  done('withhold', path, secret, 'text', '--why', 'a password');
  note(HOSTILE, '--at', '2026-11-17 02:45..02:55');
  writeFileSync(b.path('shell.log'), 'GET /uploads/img_7731.cfm\n');
  note('The log', '--attach', b.path('shell.log'));
});

afterAll(() => b.clean());

const entries = () => done('timeline', path, '--by', 'occurred');
const about = (rows: readonly Imported[], id: string): Imported => {
  const found = rows.find((row) => row['holdfast_entry'] === id);
  if (found === undefined) throw new Error(`no row of ${id}`);
  return found;
};

test('each entry is one row that Timesketch takes in, with its times, its author and what stands against it', () => {
  const made = done('share', 'timesketch', path, jsonl);
  const bytes = readFileSync(jsonl);
  const rows = importJsonl(bytes.toString());
  const list = entries();
  expect(rows).toHaveLength(list.total);
  expect(rows.map((row) => row['holdfast_entry'])).toEqual(list.entries.map(({ id }: { id: string }) => id));
  expect(made).toEqual({
    path: jsonl,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    entries: list.total,
    leftOut: { undated: 0, outside: 0 },
    shortened: 0,
  });
  expect(about(rows, wrong)).toMatchObject({
    message: `[corrected by ${short(better)}] 412 active requests`,
    datetime: '2026-07-17T02:14:00.000000+02:00',
    timestamp_desc: 'Occurred',
    tag: ['alert'],
    kind: 'note',
    author: '=Ada',
    author_trust: 'founder',
    occurred: '2026-07-17T00:14:00.000Z',
    occurred_typed: '2026-07-17 02:14',
    corrected_by: better,
    recorded: expect.stringMatching(/Z$/),
    holdfast_case: 'Uploads, on WEB01',
  });
  expect(about(rows, better).message).toBe(`[corrects ${short(wrong)}] 421 active requests`);
  // The entry's own zone, and nothing of what was withheld anywhere.
  expect(about(rows, secret)).toMatchObject({ datetime: '2026-11-17T02:20:00.000000-05:00' });
  expect(about(rows, secret).message).toMatch(/^\[withheld by [0-9a-f]{8}\] /);
  expect(bytes.toString()).not.toContain('hunter2');
  const range = rows.find(({ message }) => message === HOSTILE);
  expect(range).toMatchObject({
    timestamp_desc: 'Occurred (start of a range)',
    occurred_until: '2026-11-17T01:55:00.000Z',
  });
  expect(rows.find(({ message }) => message === 'The log')).toMatchObject({
    timestamp_desc: 'Recorded',
    holdfast_exhibit: ['EV-001'],
  });
});

test('both tables hold the same entries, and nothing that a spreadsheet would run', () => {
  const total: number = entries().total;
  done('share', 'timesketch', path, b.path('timeline.csv'));
  const rows = importCsv(readFileSync(b.path('timeline.csv'), 'utf8'));
  expect(rows).toHaveLength(total);
  expect(about(rows, wrong).datetime).toBe('2026-07-17T00:14:00.000000+00:00');
  expect(rows.find(({ message }) => message === `'${HOSTILE}`)?.['author']).toBe("'=Ada");
  expect(done('share', 'plaso', path, b.path('plaso.csv')).entries).toBe(total);
  const plaso = parsedCsv(readFileSync(b.path('plaso.csv'), 'utf8'));
  expect(plaso.slice(1)).toHaveLength(total);
  expect(new Set(plaso.map((row) => row.length))).toEqual(new Set([8]));
  for (const cell of plaso.flat()) expect(cell).not.toMatch(/^\s*[=+@]/);
});

test.skipIf(!hasSamples)(
  `the heading is the one of Plaso’s own file${hasSamples ? '' : ' (skipped: no samples)'}`,
  () => {
    const [own] = sampleBytes('timeline-export/dynamic.log').toString().split('\n');
    const [ours] = readFileSync(b.path('plaso.csv'), 'utf8').split('\n');
    expect(ours).toBe(own);
  },
);

test('what was written comes in again as a timeline', () => {
  const other = b.path('other.holdfast');
  done('new', other, '--title', 'Other', '--zone', 'UTC', '--as', 'Ben');
  const { total } = entries();
  expect(done('import', 'timeline', other, jsonl, '--as', 'Ben')).toMatchObject({ rows: total });
});

test('a span narrows it; what cannot be is refused and nothing is written', () => {
  const out = b.path('july.jsonl');
  expect(done('share', 'timesketch', path, out, '--until', '2026-08-01').entries).toBe(2);
  const refused = (...args: string[]) => b.cli('share', ...args).json.error.code;
  expect(refused('timesketch', path, out)).toBe('already-exists');
  expect(refused('timesketch', path, b.path('timeline.json'))).toBe('wrong-use');
  expect(refused('plaso', path, b.path('timeline.jsonl.txt'))).toBe('wrong-use');
  expect(refused('timesketch', path, b.path('none.csv'), '--since', '2035-01-01')).toBe('wrong-use');
  expect(refused('timesketch', path, b.path('logs.csv'), '--logs')).toBe('wrong-use');
  expect(refused('timesketch', path, b.path('zone.csv'), '--zone', 'UTC')).toBe('wrong-use');
  const left = readFileSync(out, 'utf8');
  expect(importJsonl(left)).toHaveLength(2);
});
