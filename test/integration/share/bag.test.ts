import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BagMade } from '../../../src-main/contract/bag.ts';
import { type Bench, bench } from '../../support/cli.ts';
import { edit } from '../../support/independent.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Names as attackers and other systems leave them, in folders of their own where they are twins. */
const HOSTILE: readonly (string | Buffer)[] = [
  'plain.log',
  'two\nlines.log',
  'carriage\rreturn',
  '100%25.txt',
  '..txt',
  '-rf',
  'CON',
  'nul.log',
  'dots...',
  'back\\slash',
  'Twin.log',
  'twin.log',
  'caf\u00E9',
  'cafe\u0301',
  `${'n'.repeat(250)}.log`,
  'gpj.\u202Eexe',
  '=cmd|x!A1',
  Buffer.from('not utf-8 \xFF\xFE.log', 'latin1'),
];

let b: Bench;
let path = '';
let bag = '';
let made: BagMade;

beforeAll(() => {
  b = bench('bag', 'served');
  path = b.path('case.holdfast');
  b.cli('new', path, '--title', '=Title, "quoted"');
  b.cli('note', path, '=HYPERLINK("http://x")', '--at', '02:14');
  mkdirSync(b.path('names'));
  for (const [i, name] of HOSTILE.entries()) {
    const at = Buffer.concat([Buffer.from(`${b.path('names')}/`), Buffer.from(name)]);
    writeFileSync(at, `bytes ${i}`);
  }
  for (const name of HOSTILE) {
    // What is no text is found by the text that it looks like.
    const added = b.cli('evidence', 'add', path, join(b.path('names'), String(name)), '--store');
    if (!added.json.ok) throw new Error(added.stderr + added.stdout);
  }
  writeFileSync(b.path('elsewhere.bin'), 'elsewhere');
  b.cli('evidence', 'add', path, b.path('elsewhere.bin'), '--reference');
  b.cli('evidence', 'add', path, '--no-file', '--title', 'Disk', '--held-by', 'Me', '--location', 'Safe');
  b.cli('custody', path, 'EV-001', 'transferred', '--to', '@Host', '--purpose', '-1+2');
  bag = b.path('bag');
  const answer = b.cli('share', 'bagit', path, bag);
  if (answer.status !== 0) throw new Error(answer.stdout + answer.stderr);
  made = answer.json.data;
});
afterAll(() => b.clean());

const check = (folder: string) =>
  spawnSync('python3', [join(import.meta.dirname, '../../support/check-bag.py'), folder], {
    encoding: 'utf8',
  });

test('stock sha256sum passes, and so does a checker that is not ours', () => {
  const run = (list: string) => execFileSync('sha256sum', ['--strict', '-c', list], { cwd: bag }).toString();
  expect(run('manifest-sha256.txt').trim().split('\n')).toHaveLength(made.files);
  expect(run('tagmanifest-sha256.txt')).toContain('manifest-sha256.txt: OK');
  expect(check(bag).stdout).toBe(`valid: ${made.files} files, ${made.size} bytes\n`);
  expect(sha256(readFileSync(join(bag, 'tagmanifest-sha256.txt')))).toBe(made.sha256);
});

test('the control: a byte changed in the evidence is found by both', () => {
  const at = join(bag, 'data/evidence/EV-001/plain.log');
  const before = readFileSync(at);
  writeFileSync(at, 'bytes 1');
  expect(spawnSync('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd: bag }).status).toBe(1);
  expect(check(bag).status).toBe(1);
  writeFileSync(at, before);
});

test('each exhibit has a folder, a safe name, its bytes, and in the list its name as it was', () => {
  const { exhibits } = JSON.parse(readFileSync(join(bag, 'data/custody/custody.json'), 'utf8'));
  const texts = HOSTILE.map(String);
  expect(exhibits).toHaveLength(texts.length + 2);
  for (const [i, name] of texts.entries()) {
    expect(exhibits[i].name).toBe(name);
    expect(exhibits[i].file).toMatch(/^data\/evidence\/EV-0\d\d\/[^/\\\p{Cc}%:]+$/u);
    expect(sha256(readFileSync(join(bag, exhibits[i].file)))).toBe(exhibits[i].exhibit.sha256);
  }
  expect(exhibits.at(-2)).toMatchObject({ file: null, leftOut: 'reference' });
  expect(exhibits.at(-1)).toMatchObject({ file: null, leftOut: 'no-file' });
  expect(made).toMatchObject({ exhibits: texts.length, leftOut: { reference: 1, 'no-file': 1, damaged: 0 } });
  const info = readFileSync(join(bag, 'bag-info.txt'), 'utf8');
  expect(info).toContain('Holdfast-Exhibits-Left-Out: 2\n');
  expect(info).toContain('External-Description: =Title, "quoted"\n');
});

test('custody, timeline and record are there, whole, and no cell of a table begins like a formula', () => {
  const { custody } = JSON.parse(readFileSync(join(bag, 'data/custody/custody.json'), 'utf8')).exhibits[0];
  expect(custody.map(({ event }: { event: string }) => event)).toEqual(['collected', 'transferred']);
  expect(custody[1]).toMatchObject({ to: '@Host', purpose: '-1+2' });
  const table = readFileSync(join(bag, 'data/custody/custody.csv'), 'utf8');
  expect(table).toContain(`,'@Host,`);
  expect(readFileSync(join(bag, 'data/timeline/timeline.csv'), 'utf8')).toContain(`"'=HYPERLINK`);
  const timeline = JSON.parse(readFileSync(join(bag, 'data/timeline/timeline.json'), 'utf8'));
  const record = JSON.parse(readFileSync(join(bag, 'data/record/record.json'), 'utf8'));
  expect(timeline.timeline).toHaveLength(made.entries);
  expect(record.rows).toHaveLength(made.entries);
  expect(record.head).toBe(made.fingerprint);
});

test('bytes that are not those of the record are left out, named, and a failed check', () => {
  const damaged = b.path('damaged.holdfast');
  b.cli('new', damaged, '--title', 'Damaged');
  b.cli('evidence', 'add', damaged, b.path('elsewhere.bin'), '--store');
  edit(damaged, (db) => db.exec(`UPDATE evidence_blob SET bytes = x'00'`));
  const out = b.path('damaged-bag');
  const answer = b.cli('share', 'bagit', damaged, out);
  expect(answer.status).toBe(1);
  expect(answer.json.data).toMatchObject({ exhibits: 0, damaged: ['EV-001'], leftOut: { damaged: 1 } });
  expect(check(out).stdout).toMatch(/^valid/u);
  expect(existsSync(join(out, 'data/evidence/EV-001'))).toBe(false);
});

test('nothing is overwritten, nothing half is left, and redaction is refused with a sentence', () => {
  const refused = (out: string, ...more: string[]) => {
    const { status, json } = b.cli('share', 'bagit', path, out, ...more);
    return { status, code: json.error.code, message: json.error.message };
  };
  expect(refused(bag)).toMatchObject({ status: 2, code: 'already-exists' });
  expect(refused(b.path('no/where'))).toMatchObject({ status: 4, code: 'file-missing' });
  expect(refused(b.path('r'), '--redact', 'personal').message).toContain('share copy');
  expect(readdirSync(b.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});
