import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, bench } from '../../support/cli.ts';
import { writeIisLog } from '../../support/iis-lines.ts';
import { full } from '../../support/scale.ts';

/** Some segments of 65,536 rows, so that a kill falls between two of them. */
const ROWS = full ? 1_000_000 : 260_000;
const KILLS = full ? 5 : 1;

let b: Bench;
let path = '';

beforeAll(() => {
  b = bench('logs-kill');
  path = b.path('case.holdfast');
  b.cli('new', path, '--title', 'T', '--as', 'Ada');
  writeIisLog(b.path('u_ex261116.log'), { rows: ROWS, seed: 2, shellEvery: 1000 });
  b.cli('evidence', 'add', path, b.path('u_ex261116.log'), '--reference', '--type', 'log');
});

afterAll(() => {
  b.clean();
});

const size = (): number =>
  ['', '-wal'].reduce((sum, end) => {
    const file = `${path}-index${end}`;
    return sum + (existsSync(file) ? statSync(file).size : 0);
  }, 0);

test('a kill while a log is read costs no row and doubles none', async () => {
  let killed = 0;
  for (let i = 0; i < KILLS; i++) {
    const before = size();
    const reading = b.start('log', 'import', path, 'EV-001');
    const ended = once(reading, 'exit');
    // A segment takes about 3 MB: when more is on the disk, one is there whole and the next is being written.
    while (reading.exitCode === null && size() < before + 5e6) await setTimeout(5);
    reading.kill('SIGKILL');
    const [status] = (await ended) as [number | null];
    if (status === null) killed++;
  }
  expect(killed).toBeGreaterThan(0);
  const half = b.cli('log', 'sources', path).json.data.sources;
  expect(half).toMatchObject([{ state: 'partial' }]);
  expect(half[0].rows).toBeGreaterThan(0);
  expect(half[0].rows).toBeLessThan(ROWS);
  // What is there is searched already.
  expect(b.cli('log', 'search', path, 'whoami', '--count').json.data.matched).toBe(
    Math.floor(half[0].rows / 1000),
  );
  // The file may be another one by now: what was read of it is no evidence yet.
  const unproven = b.cli('log', 'pin', path, 'EV-001:5');
  expect(unproven).toMatchObject({ status: 4, json: { error: { code: 'log-unproven' } } });
  expect(unproven.json.error.message).toMatch(/^EV-001 was not read to its end yet.* read it again\.$/);
  expect(b.cli('log', 'import', path, 'EV-001').status).toBe(0);
  expect(b.cli('log', 'pin', path, 'EV-001:5').status).toBe(0);
  const { matched, looked } = b.cli('log', 'search', path, 'whoami', '--count').json.data;
  expect([looked, matched]).toEqual([ROWS, ROWS / 1000]);
  expect(b.cli('log', 'sources', path).json.data.sources).toMatchObject([{ state: 'indexed', rows: ROWS }]);
}, 300_000);
