import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BagMade } from '../../../src-main/contract/bag.ts';
import { PASSPHRASE } from '../../support/cli.ts';
import { edit } from '../../support/independent.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';

/** How the writing of a bag ends that does not go well, and one that is large enough to be sealed. */
const large = randomBytes(40_000_000);
let folder = '';
let engine: OpenEngine;
let onProgress: (job: string) => void = () => {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-bag-ends-'));
  writeFileSync(join(folder, 'large.bin'), large);
  engine = openEngine(join(folder, 'profile'), {
    as: 'Ada',
    progress: ({ kind, job }) => (kind === 'share.bag' ? onProgress(job) : undefined),
  });
  const path = join(folder, 'case.holdfast');
  await engine.ask('case.create', { path, title: 'Bags', passphrase: PASSPHRASE, zone: 'Europe/Berlin' });
  await engine.job('evidence.add', { paths: [join(folder, 'large.bin')], mode: 'stored' });
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

const left = (name: string): string[] => readdirSync(folder).filter((file) => file.startsWith(name));

test('a bag that is cancelled leaves nothing, and the next one is whole', async () => {
  let during: string[] = [];
  onProgress = (job) => {
    during = left('bag');
    void engine.ask('job.cancel', { job });
  };
  const path = join(folder, 'bag');
  expect((await engine.jobRefused('share.bag', { path })).code).toBe('cancelled');
  onProgress = () => {};
  // It was in the middle of it.
  expect(during).toEqual([expect.stringMatching(/^bag\.[0-9a-f]{8}\.part$/u)]);
  expect(left('bag')).toEqual([]);
  const made = (await engine.job('share.bag', { path })) as BagMade;
  expect(made).toMatchObject({ exhibits: 1, damaged: [] });
  expect(readFileSync(join(path, 'data/evidence/EV-001/large.bin')).equals(large)).toBe(true);
  expect(left('bag')).toEqual(['bag']);
});

test('sealed bytes that were changed are left out and named', async () => {
  const sealed = join(folder, 'case.holdfast-evidence');
  const at = join(sealed, String(readdirSync(sealed)[0]));
  const bytes = readFileSync(at);
  const wrong = Buffer.from(bytes);
  wrong.writeUInt8(wrong.readUInt8(20_000_000) ^ 1, 20_000_000);
  writeFileSync(at, wrong);
  const path = join(folder, 'damaged');
  const made = (await engine.job('share.bag', { path })) as BagMade;
  expect(made).toMatchObject({ exhibits: 0, damaged: ['EV-001'] });
  expect(existsSync(join(path, 'data/evidence/EV-001'))).toBe(false);
  writeFileSync(at, bytes);
});

test('what a killed program left is removed at the next opening, and nothing else, whatever a file from elsewhere names', async () => {
  const path = join(folder, 'case.holdfast');
  await engine.close();
  const begun = (temporary: string, ...content: string[]): { temporary: string; path: string } => {
    mkdirSync(join(folder, temporary, 'data'), { recursive: true });
    for (const name of content) writeFileSync(join(folder, temporary, name), '');
    return { temporary: join(folder, temporary), path: join(folder, 'killed') };
  };
  const list: { temporary: string; path: string; plain?: true }[] = [
    begun('killed.0123abcd.part', 'bagit.txt'),
    begun('killed.4567abcd.part', 'somebody-elses.txt'),
    begun('killed-of-another-name', 'bagit.txt'),
  ];
  // As somebody could write them who made the file: a case of this person, and the evidence of one that was moved.
  const victim = join(folder, 'killed-victim.holdfast');
  const moved = join(folder, 'killed-moved.holdfast');
  const sealed = join(`${moved}-evidence`, `${'0'.repeat(32)}.age`);
  writeFileSync(victim, 'a case');
  writeFileSync(join(folder, '.killed-moved.holdfast.ba9876543210.new'), 'a document');
  mkdirSync(`${moved}-evidence`);
  writeFileSync(sealed, 'evidence');
  list.push(
    { temporary: victim, path: join(folder, 'x') },
    { temporary: join(folder, '.killed-moved.holdfast.0123456789ab.new'), path: moved },
    { temporary: victim, path: join(folder, 'x'), plain: true },
    { temporary: join(folder, '.killed-moved.holdfast.ba9876543210.new'), path: moved, plain: true },
  );
  edit(path, (db) => {
    db.prepare(
      `INSERT INTO local (name, value) VALUES ('unfinished', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    ).run([JSON.stringify(list)]);
  });
  engine = openEngine(join(folder, 'profile'), { as: 'Ada' });
  await engine.ask('case.open', { path, passphrase: PASSPHRASE });
  expect(left('killed')).toEqual([
    'killed-moved.holdfast-evidence',
    'killed-of-another-name',
    'killed-victim.holdfast',
    'killed.4567abcd.part',
  ]);
  expect(existsSync(sealed)).toBe(true);
  expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
});
