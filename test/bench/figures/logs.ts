import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PASSPHRASE } from '../../support/cli.ts';
import { writeIisLog } from '../../support/iis-lines.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { builtWorkers, cliProgram, timed } from '../command.ts';
import type { Figure } from '../figure.ts';
import { PEAK_EVERY, peakOf } from '../peak.ts';
import { withScratch } from '../scratch.ts';
import { median, ms, summary } from '../statistics.ts';

const TIMES = 3;
const LIMIT = 400e6;

/** Words and fields, rare and frequent, that are there and that are not. */
const QUERIES = [
  '',
  'whoami',
  'mozilla',
  'status:500',
  'ip:203.0.113.0/24',
  'uri:/uploads/*.cfm',
  '"union select"',
  'session=1a2b',
  'basket status>=500',
  'cs-uri-query:c=who*',
  'NOT agent:Mozilla*',
];

/** Reading, searching and counting an IIS log of so many rows. */
export async function logFigures(rows: number): Promise<Figure[]> {
  return withScratch(async (folder) => {
    const log = join(folder, 'u_ex261116.log');
    const bytes = writeIisLog(log, { rows, seed: 1, shellEvery: 5000 });
    const figures = await readingFigures(folder, log, rows, bytes);
    return [...figures, ...(await searchFigures(folder, log, rows))];
  });
}

const count = (rows: number): string => `${rows / 1e6} million IIS rows`;

async function readingFigures(folder: string, log: string, rows: number, bytes: number): Promise<Figure[]> {
  const times: number[] = [];
  const peers: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const engine = openEngine(join(folder, `profile-${i}`), { as: 'Bench', workers: builtWorkers });
    const path = join(folder, `read-${i}.holdfast`);
    await engine.ask('case.create', { path, title: 'Bench', passphrase: PASSPHRASE });
    await engine.job('evidence.add', { paths: [log], mode: 'reference', type: 'log' });
    const began = performance.now();
    await engine.job('log.import', { items: [{ exhibit: 'EV-001', member: '', readAs: null }] });
    times.push(performance.now() - began);
    await engine.close();
    peers.push(lnavTime(log));
  }
  const time = median(times);
  const peer = median(peers);
  const perSecond = (taken: number): string => `${Math.round(rows / taken)}k rows/s`;
  const size = statSync(join(folder, 'read-0.holdfast-index')).size;
  const peak = await peakOfImport(folder, log);
  return [
    {
      name: `reading ${count(rows)} (${Math.round(bytes / rows)} B each) into the index, searchable at the end`,
      target: '≥ 250k rows/s',
      ours: perSecond(time),
      peer: Number.isNaN(peer) ? 'lnav is not here' : `lnav, which keeps nothing: ${perSecond(peer)}`,
      ratio: Number.isNaN(peer) ? '-' : (peer / time).toFixed(2),
      reached: rows / time >= 250,
      how: `job log.import, from its start to its end, ${TIMES} times, in turn with lnav -n -c ';SELECT count(*) …'`,
    },
    {
      name: `memory while ${count(rows)} are read`,
      target: '< 400 MB RSS',
      ours: `${Math.round(peak / 1e6)} MB`,
      peer: '-',
      ratio: (peak / LIMIT).toFixed(2),
      reached: peak < LIMIT,
      how: `holdfast log import: engine and threads in one process; largest RSS, looked at every ${PEAK_EVERY} ms`,
    },
    {
      name: `size of the index of ${count(rows)}`,
      target: '≤ 40 % of the log',
      ours: `${((100 * size) / bytes).toFixed(1)} %`,
      peer: `${bytes} bytes`,
      ratio: (size / bytes).toFixed(3),
      reached: size <= 0.4 * bytes,
      how: 'the file beside the case',
    },
  ];
}

/** NaN where the program is not here. */
function lnavTime(log: string): number {
  const began = performance.now();
  const { status } = spawnSync('lnav', ['-n', '-c', ';SELECT count(*) FROM all_logs', log], {
    encoding: 'utf8',
    env: { ...process.env, HOME: '/tmp', TERM: 'dumb' },
  });
  return status === 0 ? performance.now() - began : Number.NaN;
}

async function peakOfImport(folder: string, log: string): Promise<number> {
  const env = {
    ...process.env,
    HOLDFAST_PROFILE: join(folder, 'profile-cli'),
    HOLDFAST_PASSPHRASE: PASSPHRASE,
  };
  const path = join(folder, 'memory.holdfast');
  timed(process.execPath, [cliProgram, 'new', path, '--title', 'Bench'], env);
  return peakOf(['log', 'import', path, log, '--quiet'], env);
}

async function searchFigures(folder: string, log: string, rows: number): Promise<Figure[]> {
  const path = join(folder, 'read-0.holdfast');
  const began = performance.now();
  const engine = openEngine(join(folder, 'profile-0'), { as: 'Bench', workers: builtWorkers });
  try {
    await engine.open(path);
    const opened = performance.now();
    await page(engine, 'status:500');
    const cold = performance.now() - opened;
    const pages: { query: string; time: number }[] = [];
    for (const query of QUERIES) {
      await page(engine, query);
      const times = [];
      for (let i = 0; i < 5; i++) times.push(await page(engine, query));
      pages.push({ query, time: median(times) });
    }
    const { median: usual, worst } = summary(pages.map(({ time }) => time));
    const slowest = pages.find(({ time }) => time === worst)?.query ?? '';
    const limit = rows > 1e6 ? 250 : 100;
    const total = await whole(engine, 'mozilla');
    const grep = spawnSync('sh', ['-c', 'time -p grep -c -i mozilla "$0"', log], { encoding: 'utf8' });
    const grepTime = Number(/real ([\d.]+)/.exec(grep.stderr)?.[1] ?? Number.NaN) * 1000;
    const { search } = await engine.ask('log.search', { query: '', since: null, until: null, limit: 1 });
    await finished(engine, search);
    const drawn = [];
    for (let i = 0; i < 5; i++) {
      const start = performance.now();
      const facets = ['address', 'path', 'status'];
      await engine.ask('log.progress', { search, bins: 120, from: null, to: null, facets: [], top: 20 });
      const middle = performance.now();
      await engine.ask('log.progress', { search, bins: 0, from: null, to: null, facets, top: 20 });
      drawn.push({ histogram: middle - start, facets: (performance.now() - middle) / facets.length });
    }
    return [
      {
        name: `first 100 rows of a search in ${count(rows)}, warm`,
        target: `≤ ${limit} ms`,
        ours: `median ${ms(usual)}, worst ${ms(worst)} (${slowest})`,
        peer: '-',
        ratio: '-',
        reached: worst <= limit,
        how: `log.search in the engine, ${QUERIES.length} searches, the median of 5 times each`,
      },
      {
        name: `first search after opening, ${count(rows)}`,
        target: '≤ 1 s',
        ours: ms(cold),
        peer: `opening the case: ${ms(opened - began)}`,
        ratio: '-',
        reached: cold <= 1000,
        how: 'status:500, the index not open before',
      },
      {
        name: `exact number of rows with a frequent word, ${count(rows)}`,
        target: '≤ 1.5 s for a million',
        ours: ms(total),
        peer: `grep -c -i: ${ms(grepTime)}`,
        ratio: (total / grepTime).toFixed(2),
        reached: total <= 1500 * Math.max(1, rows / 1e6),
        how: 'mozilla, counted behind the first page',
      },
      {
        name: `histogram of 120 parts, and 20 most frequent values of a column, all of ${count(rows)}`,
        target: '≤ 50 ms each for a million',
        ours: `${ms(median(drawn.map(({ histogram }) => histogram)))}, ${ms(median(drawn.map(({ facets }) => facets)))}`,
        peer: '-',
        ratio: '-',
        reached: drawn.every(
          ({ histogram, facets }) => Math.max(histogram, facets) <= 50 * Math.max(1, rows / 1e6),
        ),
        how: 'log.progress in the engine, 5 times; address, path and status',
      },
    ];
  } finally {
    await engine.close();
  }
}

async function page(engine: OpenEngine, query: string): Promise<number> {
  const began = performance.now();
  const { search } = await engine.ask('log.search', { query, since: null, until: null, limit: 100 });
  const time = performance.now() - began;
  await finished(engine, search);
  return time;
}

async function whole(engine: OpenEngine, query: string): Promise<number> {
  const began = performance.now();
  const { search } = await engine.ask('log.search', { query, since: null, until: null, limit: 100 });
  await finished(engine, search);
  return performance.now() - began;
}

async function finished(engine: OpenEngine, search: number): Promise<void> {
  for (;;) {
    const state = await engine.ask('log.progress', {
      search,
      bins: 0,
      from: null,
      to: null,
      facets: [],
      top: 1,
    });
    if (state.isDone) return;
    await setTimeout(5);
  }
}
