import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CopyMade } from '../../../src-main/contract/share.ts';
import { passphraseBytes } from '../../../src-main/domain/passphrase.ts';
import { copyCase } from '../../../src-main/engine/copying/copy-case.ts';
import { pagesOf, writing } from '../../../src-main/engine/open-case.ts';
import { openCaseOf } from '../../../src-main/engine/state.ts';
import { caseKey } from '../../../src-main/store/case-key.ts';
import { temporaryName } from '../../../src-main/store/create-case.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { allPages, pagesWith } from '../../support/decrypted-pages.ts';
import { generateCase } from '../../support/generate-record.ts';
import { edit } from '../../support/independent.ts';
import { ROOT_ONLY, isRoot, volume } from '../../support/mounts.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';

/** A copy of all entries, made from the pages of the case: what is in it, what is not, and how it ends badly. */
const WORDS = 'clockwork breadline cobra billiard atlas cellulose';
const SMALL = randomBytes(300_000);
const DRAFT = 'half-typed-canary-8841';
const SECRET = 'withheld-canary-2270';
const FOREIGN = 'left-in-a-free-page-6613';

let b: Bench;
let path = '';
let engine: OpenEngine;
let onProgress: (job: string) => void = () => undefined;
let copies = 0;
const before = { draft: false, foreign: false, small: false };

beforeAll(async () => {
  b = bench('copy-whole');
  path = b.path('case.holdfast');
  await generateCase(path, {
    entries: 1500,
    seed: 11,
    passphrase: PASSPHRASE,
    authors: 3,
    all: true,
    gaps: true,
  });
  engine = openEngine(b.path('profile'), {
    as: 'Ada',
    progress: ({ kind, job }) => (kind === 'share.copy' ? onProgress(job) : undefined),
  });
  await engine.open(path);
  writeFileSync(b.path('small.bin'), SMALL);
  writeFileSync(b.path('large.bin'), randomBytes(5_000_000));
  await engine.job('evidence.add', { paths: [b.path('small.bin'), b.path('large.bin')], mode: 'stored' });
  await engine.ask('draft.save', { place: 'note', text: DRAFT });
  const { entry } = await engine.ask('note.add', { text: `the password is ${SECRET}` });
  await engine.ask('entry.withhold', { entry: entry.id, field: 'text', why: 'a password' });
  await engine.close();
  // As another program could have left it, which does not overwrite what it takes away.
  edit(path, (db) => {
    db.pragma('secure_delete = OFF');
    db.exec('CREATE TABLE passing (text TEXT)');
    db.prepare('INSERT INTO passing VALUES (?)').run([FOREIGN.repeat(1000)]);
    db.exec('DROP TABLE passing');
  });
  const pages = await allPages(path);
  before.draft = pages.includes(DRAFT);
  before.foreign = pages.includes(FOREIGN);
  before.small = (await pagesWith(path, SMALL)).length > 50;
  await engine.open(path);
}, 120_000);
afterAll(async () => {
  await engine.close();
  b.clean();
});

const copyTo = (): string => b.path(`copy-${(copies += 1)}.holdfast`);
const make = async (to: string, wish: object = {}): Promise<CopyMade> =>
  (await engine.job('share.copy', { path: to, newPassphrase: WORDS, ...wish })) as CopyMade;
const left = (): string[] => readdirSync(b.folder).filter((name) => name.includes('.new'));

function rowsOf(file: string, query: string, passphrase = WORDS): unknown[] {
  let rows: unknown[] = [];
  edit(file, (db) => (rows = db.prepare(query).all()), passphrase);
  return rows;
}

/** Of the record and its views, up to a number. */
const views = ['timeline', 'tag', 'author', 'fact', 'exhibit', 'custody', 'copy', 'about'];

test.each(['none', 'small', 'all'] as const)(
  'evidence %s: it holds the record as it stood, what it should have of the evidence, and nothing else',
  async (evidence) => {
    const to = copyTo();
    const copy = await make(to, { evidence, to: 'Host', readOnly: evidence === 'small' });
    expect(await engine.verify(to, WORDS)).toMatchObject({ ok: true, checked: { entries: copy.entries } });
    const count = (table: string): number =>
      (rowsOf(to, `SELECT count(*) AS n FROM ${table}`)[0] as { n: number }).n;
    expect(count('evidence_blob')).toBe(evidence === 'none' ? 0 : 1);
    expect(count('evidence_key')).toBe(evidence === 'all' ? 1 : 0);
    for (const table of ['draft', 'checkpoint', 'quarantine', 'merge_log']) {
      expect(count(table), table).toBe(0);
    }
    const local = rowsOf(to, 'SELECT name, value FROM local ORDER BY name');
    expect(local).toEqual([
      { name: 'projection-version', value: '1' },
      ...(evidence === 'small' ? [{ name: 'read-only', value: 'yes' }] : []),
      { name: 'series', value: copy.series },
    ]);
    const last = copy.entries;
    for (const table of views) {
      const query = `SELECT * FROM ${table} WHERE number <= ${last} ORDER BY 1, 2`;
      expect(rowsOf(to, query), table).toEqual(rowsOf(path, query, PASSPHRASE));
    }
    for (const query of [
      'SELECT hash, header, signature FROM entry ORDER BY seq',
      'SELECT entry, name, salt, value, digest FROM field ORDER BY entry, name',
      'SELECT * FROM withheld ORDER BY 1, 2',
      'SELECT * FROM admitted ORDER BY 1, 2, 3',
    ]) {
      const here = new Set(rowsOf(path, query, PASSPHRASE).map((row) => JSON.stringify(row)));
      const there = rowsOf(to, query).map((row) => JSON.stringify(row));
      expect(there.filter((row) => !here.has(row))).toEqual([]);
    }
    // The bytes: also of pages that no query shows.
    const pages = await allPages(to, WORDS);
    for (const text of [DRAFT, SECRET, FOREIGN]) expect(pages.includes(text), text).toBe(false);
    expect(pages.length).toBe(copy.size - (copy.size / 4096) * 80 - 16);
    expect(rowsOf(to, 'PRAGMA freelist_count')).toEqual([{ freelist_count: 0 }]);
    expect(rowsOf(to, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect((await pagesWith(to, SMALL, WORDS)).length > 50).toBe(evidence !== 'none');
    expect((await pagesWith(to, SMALL, WORDS)).length === 0).toBe(evidence === 'none');
  },
  60_000,
);

test('control: what must not be in it was in the pages of the case', () => {
  expect(before).toEqual({ draft: true, foreign: true, small: true });
});

test('it is the very record that a copy row by row is', async () => {
  const opened = openCaseOf(engine.process.engine);
  const { host } = engine.process.engine;
  const pace = {
    pause: async () => Promise.resolve(),
    beside: async () => Promise.resolve(),
    verify: async () => Promise.resolve(),
    beforeName: () => undefined,
  };
  const key = await caseKey(passphraseBytes(WORDS));
  const wish = { key, evidence: 'none', redact: 'none', to: undefined, readOnly: false } as const;
  const [pages, rows] = [copyTo(), copyTo()];
  const whole = { path, key: opened.key, file: pagesOf(opened) };
  const session = writing(opened);
  const place = (to: string) => ({ ...wish, path: to, temporary: temporaryName(to) });
  const first = await copyCase(host, session, place(pages), pace, whole);
  const second = await copyCase(host, session, place(rows), pace, null);
  expect(second.entries).toBe(first.entries + 1);
  const tables = rowsOf(pages, `SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`);
  for (const { name } of tables as { name: string }[]) {
    // All but the entry that says that the second one was made, and what stands in its place.
    if (['local', 'tip', 'present'].includes(name)) continue;
    const all = (file: string) => rowsOf(file, `SELECT * FROM ${name}`).map((row) => JSON.stringify(row));
    const there = new Set(all(rows));
    expect(
      all(pages).filter((row) => !there.has(row)),
      name,
    ).toEqual([]);
  }
  expect(rowsOf(pages, 'SELECT type, name, sql FROM sqlite_schema ORDER BY name')).toEqual(
    rowsOf(rows, 'SELECT type, name, sql FROM sqlite_schema ORDER BY name'),
  );
}, 60_000);

test('cancelled in the middle, and where its text is withheld meanwhile, nothing is left', async () => {
  const to = copyTo();
  onProgress = (job) => {
    onProgress = () => undefined;
    void engine.ask('job.cancel', { job });
  };
  expect((await engine.jobRefused('share.copy', { path: to, newPassphrase: WORDS })).code).toBe('cancelled');
  expect(left()).toEqual([]);
  const { entry } = await engine.ask('note.add', { text: 'customer 4111 1111 1111 1111' });
  let asked: Promise<unknown> = Promise.resolve();
  onProgress = () => {
    onProgress = () => undefined;
    asked = engine.ask('entry.withhold', { entry: entry.id, field: 'text', why: 'a card number' });
  };
  const failed = await engine.jobRefused('share.copy', { path: to, newPassphrase: WORDS });
  await asked;
  expect(failed.code).toBe('withheld-meanwhile');
  expect(left()).toEqual([]);
  expect(readdirSync(b.folder)).not.toContain(to);
}, 60_000);

test.skipIf(!isRoot)(
  `a disk that is full in the middle (${ROOT_ONLY})`,
  async () => {
    const disk = volume(b.folder, 'disk', '1m');
    try {
      const to = join(disk.path, 'copy.holdfast');
      const failed = await engine.jobRefused('share.copy', {
        path: to,
        newPassphrase: WORDS,
        evidence: 'small',
      });
      expect(failed).toMatchObject({ code: 'disk-full', details: { path: to } });
      expect(readdirSync(disk.path).filter((name) => name !== 'lost+found')).toEqual([]);
    } finally {
      disk.unmount();
    }
  },
  60_000,
);

test('a damaged page that a copy does not need is no reason to have none', async () => {
  // Of the evidence, while the case is open: opening a small one reads all of it.
  const [, page = 0] = await pagesWith(path, SMALL);
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(16), 0, 16, (page - 1) * 4096 + 100);
  closeSync(file);
  const copy = await make(copyTo(), { evidence: 'none' });
  expect(await engine.verify(copy.path, WORDS)).toMatchObject({ ok: true, checked: { evidence: 0 } });
  expect(left()).toEqual([]);
}, 60_000);
