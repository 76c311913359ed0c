import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, bench } from '../../support/cli.ts';
import { writeIisLog } from '../../support/iis-lines.ts';

let b: Bench;
let path = '';

beforeAll(() => {
  b = bench('logs-cli', 'served');
  path = b.path('case.holdfast');
  done('new', path, '--title', 'T', '--zone', 'Europe/Berlin', '--as', 'Ada');
  writeIisLog(b.path('u_ex261116.log'), { rows: 3000, seed: 9, shellEvery: 1000 });
  writeFileSync(
    b.path('pfirewall.log'),
    [
      '#Version: 1.5',
      '#Time Format: Local',
      '#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path pid',
      '2026-11-16 19:00:30 DROP TCP 203.0.113.77 10.0.4.21 61005 3389 0 - 0 0 0 - - - RECEIVE 4',
      '',
    ].join('\r\n'),
  );
});

afterAll(() => {
  b.clean();
});

const done = (...args: string[]) => {
  const { json } = b.cli(...args);
  if (!json.ok) throw new Error(json.error.message);
  return json.data;
};

test('a log that has no zone is asked for it, and nothing is read before', () => {
  const { files } = b.cli('log', 'import', path, b.path('pfirewall.log'), '--preview').json.data;
  expect(files[0].name).toBe('pfirewall.log');
  expect(files[0].proposals[0]).toMatchObject({ reader: 'pfirewall', asks: { zone: true } });
  done('evidence', 'add', path, b.path('pfirewall.log'), '--type', 'log');
  const refused = b.cli('log', 'import', path, 'EV-001');
  expect(refused.status).toBe(2);
  expect(refused.json.error.message).toMatch(/local times and no zone.*--zone/);
  expect(done('log', 'sources', path).sources).toEqual([]);
});

test('files become exhibits first, and are read', () => {
  const imported = done('log', 'import', path, b.path('u_ex261116.log'));
  expect(imported.sources).toMatchObject([{ exhibit: 'EV-002', rows: 3000, state: 'indexed' }]);
  done('log', 'import', path, 'EV-001', '--zone', 'Europe/Berlin', '--clock-offset', '30');
  expect(done('log', 'sources', path).sources).toMatchObject([
    {
      exhibit: 'EV-001',
      first: '2026-11-16T18:00:00.000Z',
      clockOffset: 30,
      readAs: { zone: 'Europe/Berlin' },
    },
    { exhibit: 'EV-002' },
  ]);
});

test('rows of all sources are found in one order, counted, and summed up by a field', () => {
  const raw = readFileSync(b.path('u_ex261116.log'), 'utf8').split('\r\n');
  const { rows, matched, looked } = done('log', 'search', path, 'ip:203.0.113.77');
  expect([matched, looked]).toEqual([4, 3001]);
  expect(rows[0]).toMatchObject({ exhibit: 'EV-001', columns: { action: 'DROP', port: 3389 } });
  expect(rows[1].raw).toBe(raw[rows[1].line - 1]);
  const failed = raw.filter((line) => / (?:404|500) 0 0 \d+$/.test(line)).length;
  expect(done('log', 'search', path, 'status>=400', '--count')).toMatchObject({ matched: failed, rows: [] });
  const some = done(
    'log',
    'search',
    path,
    'source:iis',
    '--since',
    '2026-11-16 19:01',
    '--until',
    '2026-11-16 19:01:10',
    '--count',
  );
  expect(some.matched).toBe(raw.filter((line) => /^2026-11-16 18:01:(?:0\d|10) /.test(line)).length);
  const stats = done('log', 'stats', path, '--by', 'source');
  expect(stats.values).toEqual([
    { value: 'EV-002', rows: 3000 },
    { value: 'EV-001', rows: 1 },
  ]);
  const wrong = b.cli('log', 'search', path, '(status:200');
  expect([wrong.status, wrong.json.error.message]).toEqual([2, expect.stringMatching(/without its \)/)]);
});

test('one row says all that it has, and becomes an entry', () => {
  const { rows } = done('log', 'search', path, 'whoami', '--limit', '1');
  const place = `EV-002:${rows[0].line}`;
  const row = done('log', 'row', path, place);
  expect(row.fields).toContainEqual({ name: 'cs-uri-query', value: 'c=whoami' });
  expect(row.sha256).toMatch(/^[0-9a-f]{64}$/);
  const { entry } = done('log', 'pin', path, place, '--note', 'Who is there');
  expect(entry).toMatchObject({ kind: 'citation', occurred: { utc: `${rows[0].time.slice(0, 19)}.000Z` } });
  expect(b.cli('log', 'row', path, 'EV-002:1').status).toBe(2);
  expect(done('verify', path).ok).toBe(true);
});

test('where the index and the original are not here nothing is read, and it says so', () => {
  // EV-002 stays where it lies; EV-001 is in the case.
  done('log', 'index', 'drop', path);
  renameSync(b.path('u_ex261116.log'), b.path('elsewhere.log'));
  expect(done('log', 'sources', path).sources).toMatchObject([{ state: 'missing' }, { state: 'not-here' }]);
  expect(b.run(['log', 'sources', path]).stdout).toMatch(
    /EV-002 .*3000 rows of iis-w3c, NOT IN THE INDEX, and its bytes are not here/,
  );
  const refused = b.cli('log', 'import', path, 'EV-002');
  expect([refused.status, refused.json.error.code]).toEqual([4, 'file-missing']);
  expect(b.cli('log', 'search', path, 'whoami').status).toBe(2);
  renameSync(b.path('elsewhere.log'), b.path('u_ex261116.log'));
  expect(done('log', 'sources', path).sources).toMatchObject([{ state: 'missing' }, { state: 'missing' }]);
});

test('the index is removed and made again', () => {
  done('log', 'index', 'drop', path);
  expect(b.cli('log', 'search', path, 'a').status).toBe(2);
  expect(done('log', 'sources', path).sources).toMatchObject([{ state: 'missing' }, { state: 'missing' }]);
  // How it was read is remembered: nobody is asked again.
  done('log', 'import', path, 'EV-001', 'EV-002');
  expect(done('log', 'search', path, 'whoami', '--count').matched).toBe(3);
});
