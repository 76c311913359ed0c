import { once } from 'node:events';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportPreview, TimelineImported } from '../../../src-main/contract/timeline-import.ts';
import { type Bench, bench } from '../../support/cli.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import {
  auroraCase,
  handKept,
  timesketchCsv,
  timesketchLines,
  timesketchNumbers,
} from '../../support/timelines.ts';

let b: Bench;
let made = 0;

beforeAll(() => {
  b = bench('timeline-import', 'served');
});

afterAll(() => b.clean());

function newCase(): string {
  made += 1;
  const path = b.path(`case-${made}.holdfast`);
  expect(b.cli('new', path, '--title', 'Import', '--zone', 'Europe/Berlin').status).toBe(0);
  return path;
}

function file(name: string, content: string): string {
  writeFileSync(b.path(name), content);
  return b.path(name);
}

const MIXED = [
  'When,What,Who',
  '2026-11-17 02:14,"=1+1, ""quoted""\r\nsecond line",Ada',
  ',undated,Ben',
  '02:20,no date,Ben',
  '2026-10-25 02:30,twice,Ben',
  '2026-11-17 02:41,<b>bold</b>,Ben,one too many',
  '2026-11-17 02:45,the end,Ben',
  '',
].join('\r\n');

describe('the command line', () => {
  test('imports what it understands, names every other line, and says so in the record', () => {
    const path = newCase();
    const kept = file('mixed.csv', MIXED);
    const preview = b.cli('import', 'timeline', path, kept, '--zone', 'Europe/Berlin', '--preview');
    expect(preview.status).toBe(1);
    expect(preview.json.data).toMatchObject({ rows: 6, taken: 2, faults: { 'no-time': 1, 'no-date': 1 } });
    expect(b.cli('timeline', path, '--kind', 'imported').json.data.total).toBe(0);

    const imported = b.cli('import', 'timeline', path, kept, '--zone', 'Europe/Berlin');
    expect(imported.status).toBe(1);
    const data = imported.json.data as TimelineImported;
    expect(data).toMatchObject({ exhibit: 'EV-001', format: 'csv', rows: 6, taken: 2, stored: true });
    expect(data.notTaken.map(({ line, fault }) => [line, fault])).toEqual([
      [4, 'no-time'],
      [5, 'no-date'],
      [6, 'ambiguous'],
      [7, 'too-many-cells'],
    ]);
    expect(data.notTaken[2]?.choices).toHaveLength(2);

    const { entries } = b.cli('timeline', path, '--kind', 'imported', '--by', 'occurred').json.data;
    expect(entries).toMatchObject([
      {
        text: '=1+1, "quoted"\r\nsecond line',
        person: 'Ada',
        from: { sha256: data.sha256, line: 2 },
        occurred: { utc: '2026-11-17T01:14:00.000Z', zone: 'Europe/Berlin', typed: '2026-11-17 02:14' },
      },
      { text: 'the end', from: { line: 8 } },
    ]);
    const [said] = b.cli('timeline', path, '--kind', 'timeline-import').json.data.entries;
    expect(said).toMatchObject({
      text: 'Timeline imported from EV-001: 2 of 6 rows; 4 were not taken and stay in the exhibit',
      zone: 'Europe/Berlin',
      not_taken: [
        { reason: 'no-time', lines: [4] },
        { reason: 'no-date', lines: [5] },
        { reason: 'ambiguous', lines: [6] },
        { reason: 'too-many-cells', lines: [7] },
      ],
    });
    expect(b.cli('verify', path).json.data).toMatchObject({ ok: true });
    const out = b.cli('evidence', 'extract', path, 'EV-001', '--to', b.folder).json.data.path as string;
    expect(readFileSync(out, 'utf8')).toBe(MIXED);
  });

  test('does not import the same bytes twice, also under another name, and stores no exhibit twice', () => {
    const path = newCase();
    const kept = file('once.csv', handKept(3));
    expect(b.cli('evidence', 'add', path, kept, '--store').status).toBe(0);
    expect(b.cli('import', 'timeline', path, kept, '--zone', 'UTC').json.data).toMatchObject({
      exhibit: 'EV-001',
      stored: false,
    });
    const again = b.cli('import', 'timeline', path, file('renamed.csv', handKept(3)), '--zone', 'UTC');
    expect(again.status).toBe(2);
    expect(again.json.error.code).toBe('already-imported');
    expect(again.json.error.message).toContain('EV-001');
    expect(b.cli('timeline', path, '--kind', 'imported').json.data.total).toBe(3);
    expect(b.cli('evidence', 'list', path).json.data.exhibits).toHaveLength(1);
  });

  test('asks for a zone where a time has none, and for columns that no name tells', () => {
    const path = newCase();
    const zoneless = b.cli('import', 'timeline', path, file('zoneless.csv', handKept(2)));
    expect(zoneless.json.error.message).toContain('2 rows');
    expect(zoneless.json.error.message).toContain('--zone');
    const unnamed = file('unnamed.csv', 'foo,bar\n2026-11-17 02:14,x\n');
    expect(b.cli('import', 'timeline', path, unnamed, '--zone', 'UTC').json.error.message).toContain('--map');
    expect(b.cli('import', 'timeline', path, unnamed, '--zone', 'Nowhere').json.error.code).toBe(
      'zone-unknown',
    );
    for (const map of ['foo', 'foo=never', '=time']) {
      expect(b.cli('import', 'timeline', path, unnamed, '--map', map).json.error.code).toBe('wrong-use');
    }
    const missing = b.cli('import', 'timeline', path, unnamed, '--map', 'baz=text', '--zone', 'UTC');
    expect(missing.json.error.message).toContain('foo, bar');
    // Nothing of all that is in the record.
    expect(b.cli('evidence', 'list', path).json.data.exhibits).toEqual([]);
    const mapped = b.cli(
      'import',
      'timeline',
      path,
      unnamed,
      '--zone',
      'UTC',
      '--map',
      'foo=time',
      '--map',
      'bar=text',
    );
    expect(mapped.json.data).toMatchObject({ taken: 1, rows: 1 });
    // The columns of that header are known from now on.
    const other = file('other.csv', 'foo,bar\n2026-11-18 02:14,y\n');
    const preview = b.cli('import', 'timeline', path, other, '--zone', 'UTC', '--preview').json
      .data as ImportPreview;
    expect(preview).toMatchObject({ remembered: true, taken: 1 });
  });

  test('takes exports of Timesketch without asking, and a case of Aurora with its zone', () => {
    const path = newCase();
    const csv = b.cli('import', 'timeline', path, file('sketch.csv', timesketchCsv(5)));
    expect(csv).toMatchObject({ status: 0, json: { data: { format: 'timesketch', taken: 5 } } });
    const lines = b.cli('import', 'timeline', path, file('sketch.jsonl', timesketchLines(4)));
    expect(lines).toMatchObject({ status: 0, json: { data: { format: 'timesketch', taken: 4 } } });
    const aurora = file('case.fox', auroraCase(3));
    expect(b.cli('import', 'timeline', path, aurora).json.error.message).toContain('zone');
    expect(b.cli('import', 'timeline', path, aurora, '--zone', 'UTC').json.data).toMatchObject({
      format: 'aurora',
      taken: 3,
    });
    const { entries } = b.cli('timeline', path, '--search', 'Logon 0').json.data;
    expect(entries[0]).toMatchObject({ text: 'Logon 0 · first one', person: 'Ben', source: 'WEB01' });
    expect(b.cli('timeline', path, '--tag', 'iis-log').json.data.total).toBe(5);
    expect(b.cli('verify', path).json.data.ok).toBe(true);
  });

  test('reads dates with slashes in the order that is told, and asks where nothing tells it', () => {
    const path = newCase();
    const open = file('open.csv', 'When,What\n05/11/2026 02:14,one\n06/11/2026 02:14,two\n');
    const asked = b.cli('import', 'timeline', path, open, '--zone', 'UTC');
    expect(asked).toMatchObject({ status: 2, json: { error: { code: 'wrong-use' } } });
    expect(asked.json.error.message).toContain('no number tells');
    expect(asked.json.error.message).toContain('--dates day-first');
    expect(b.cli('import', 'timeline', path, open, '--zone', 'UTC', '--dates', 'day').json.error.code).toBe(
      'wrong-use',
    );
    expect(b.cli('evidence', 'list', path).json.data.exhibits).toEqual([]);
    const said = b.cli('import', 'timeline', path, open, '--zone', 'UTC', '--dates', 'day-first');
    expect(said.json.data).toMatchObject({ taken: 2, dates: [{ order: 'day-first', why: 'said' }] });

    // One number over 12 tells it for the whole column; what was said counts more, and what does not fit is listed.
    const told = file('told.csv', 'When,What\n11/05/2026 02:14,three\n11/17/2026 02:14,four\n');
    const other = b.cli(
      'import',
      'timeline',
      path,
      told,
      '--zone',
      'UTC',
      '--dates',
      'day-first',
      '--preview',
    );
    expect(other.json.data).toMatchObject({ taken: 1, notTaken: [{ line: 3, fault: 'not-understood' }] });
    expect(b.cli('import', 'timeline', path, told, '--zone', 'UTC').json.data).toMatchObject({
      taken: 2,
      dates: [{ order: 'month-first', why: 'values', telling: [{ line: 3, date: '11/17/2026' }] }],
    });
    const { entries } = b.cli('timeline', path, '--kind', 'imported', '--by', 'occurred').json.data;
    expect(
      (entries as { text: string; occurred: { utc: string } }[]).map(({ text, occurred }) => [
        text,
        occurred.utc.slice(0, 10),
      ]),
    ).toEqual([
      ['one', '2026-11-05'],
      ['three', '2026-11-05'],
      ['two', '2026-11-06'],
      ['four', '2026-11-17'],
    ]);
    const words = b.cli('import', 'timeline', '--help').stdout;
    expect(words).toContain('--dates');
  });

  test('reads the microseconds of a Timesketch export that names no time otherwise', () => {
    const path = newCase();
    const imported = b.cli('import', 'timeline', path, file('numbers.jsonl', timesketchNumbers(3)));
    expect(imported).toMatchObject({ status: 0, json: { data: { format: 'timesketch', taken: 3 } } });
    const { entries } = b.cli('timeline', path, '--search', 'Number 1').json.data;
    expect(entries[0]).toMatchObject({ occurred: { utc: '2026-11-17T01:12:42.000Z', zone: 'UTC' } });
    // A number in any other table could be seconds as well: it is not taken.
    const table = file('numbers.csv', 'timestamp,message\n1795050702000000,x\n');
    expect(b.cli('import', 'timeline', path, table, '--zone', 'UTC').json.error.message).toContain(
      'not-understood',
    );
  });

  test('refuses what is no timeline, is not there, or goes into a sealed case', () => {
    const path = newCase();
    const refused = (name: string) =>
      b.cli('import', 'timeline', path, name, '--zone', 'UTC').json.error.code;
    expect(refused(file('picture.csv', '\u0089PNG\0\0'))).toBe('wrong-use');
    expect(refused(file('empty.csv', ''))).toBe('wrong-use');
    expect(refused(file('header.csv', 'When,What\n'))).toBe('wrong-use');
    expect(refused(b.path('gone.csv'))).toBe('file-missing');
    expect(refused(b.folder)).toBe('not-a-file');
    b.cli('seal', path, '--despite', 'a test');
    expect(refused(file('late.csv', handKept(1)))).toBe('case-sealed');
    expect(b.cli('verify', path).json.data.ok).toBe(true);
  });
});

describe('while rows are signed', () => {
  const entriesOf = async (
    engine: OpenEngine,
    kinds: string[],
  ): Promise<{ text: string; number: number }[]> =>
    (await engine.ask('timeline.list', { kinds, limit: 10_000 })).entries;

  test('others write; every entry has its place in the one order, and the views agree', async () => {
    const path = newCase();
    const seen: Promise<unknown>[] = [];
    const engine = openEngine(b.path('profile-meanwhile'), {
      progress({ unit, done }) {
        if (unit === 'bytes' || done === 0) return;
        seen.push(engine.ask('note.add', { text: `Meanwhile ${seen.length}`, tags: ['meanwhile'] }));
        seen.push(engine.ask('fact.state', { name: 'penetrated', value: 'yes' }));
      },
    });
    try {
      await engine.open(path);
      await engine.ask('note.add', { text: 'Before' });
      const kept = file('many.csv', handKept(4000));
      const done = (await engine.job('timeline.import', { path: kept, zone: 'UTC' })) as TimelineImported;
      expect(done).toMatchObject({ taken: 4000, exhibit: 'EV-001' });
      await Promise.all(seen);
      expect(seen.length).toBeGreaterThan(1);
      await engine.ask('note.add', { text: 'After' });
      const rows = await entriesOf(engine, ['imported']);
      expect(rows).toHaveLength(4000);
      expect(new Set(rows.map(({ number }) => number)).size).toBe(4000);
      const notes = await entriesOf(engine, ['note']);
      expect(notes.at(-1)?.text).toBe('After');
      expect(notes.filter(({ text }) => text.startsWith('Meanwhile'))).toHaveLength(seen.length / 2);
      expect((await engine.ask('case.info', {})).title).toBe('Import');
    } finally {
      await engine.close();
    }
    const checker = openEngine(b.path('checker'));
    expect(await checker.verify(path)).toMatchObject({ ok: true, problems: [] });
    await checker.close();
  });

  test('cancelling leaves nothing, and the same import can be done then', async () => {
    const path = newCase();
    let job = '';
    const engine = openEngine(b.path('profile-cancel'), {
      progress(at) {
        if (at.unit === 'bytes' || job !== '') return;
        job = at.job;
        void engine.ask('job.cancel', { job });
      },
    });
    try {
      await engine.open(path);
      await engine.ask('note.add', { text: 'Before' });
      const before = (await engine.ask('case.info', {})).entries;
      const kept = file('cancelled.csv', handKept(4000));
      const error = await engine.jobRefused('timeline.import', { path: kept, zone: 'UTC' });
      expect(error.code).toBe('cancelled');
      expect((await engine.ask('case.info', {})).entries).toBe(before);
      expect((await engine.ask('evidence.list', {})).exhibits).toEqual([]);
      const done = await engine.job('timeline.import', { path: kept, zone: 'UTC' });
      expect(done).toMatchObject({ taken: 4000 });
    } finally {
      await engine.close();
    }
    expect(readdirSync(b.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('a kill leaves nothing or everything', async () => {
    const kept = file('killed.csv', handKept(6000));
    const ends: number[] = [];
    for (const wait of [600, 1200, 2000]) {
      const path = newCase();
      const program = b.start('import', 'timeline', path, kept, '--zone', 'UTC');
      // It may end by itself first.
      const closed = once(program, 'close');
      await Promise.race([closed, setTimeout(wait)]);
      program.kill('SIGKILL');
      await closed;
      const rows = b.cli('timeline', path, '--kind', 'imported', '--limit', '1').json.data.total as number;
      const exhibits = b.cli('evidence', 'list', path).json.data.exhibits as unknown[];
      expect([rows, exhibits.length]).toEqual(rows === 0 ? [0, 0] : [6000, 1]);
      expect(b.cli('verify', path).json.data.ok).toBe(true);
      ends.push(rows);
    }
    // Control: at least one was killed before its end.
    expect(ends).toContain(0);
  });
});
