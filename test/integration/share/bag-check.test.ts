import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BagCheck } from '../../../src-main/contract/bag.ts';
import { type Bench, bench } from '../../support/cli.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';

let b: Bench;
let engine: OpenEngine;
let bag = '';
let round = 0;

beforeAll(() => {
  b = bench('bag-check', 'served');
  const path = b.path('case.holdfast');
  b.cli('new', path, '--title', 'Bag', '--zone', 'Europe/Berlin');
  writeFileSync(b.path('access.log'), 'GET /\n');
  b.cli('evidence', 'add', path, b.path('access.log'), '--store');
  b.cli('evidence', 'add', path, b.path('access.log'), '--reference');
  b.cli('custody', path, 'EV-001', 'transferred', '--to', 'Host', '--purpose', 'analysis');
  b.cli('custody', path, 'EV-001', 'examined', '--purpose', 'again', '--at', '2026-11-17 02:00');
  const { status, stdout } = b.cli('share', 'bagit', path, b.path('bag'));
  if (status !== 0) throw new Error(stdout);
  engine = openEngine(b.path('other-profile'));
});
afterAll(async () => {
  await engine.close();
  b.clean();
});

const EVIDENCE = 'data/evidence/EV-001/access.log';
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const at = (path: string): string => join(bag, path);
const edit = (path: string, change: (text: string) => string): void =>
  writeFileSync(at(path), change(readFileSync(at(path), 'latin1')), 'latin1');

/** Makes the lists fit what is there now, as somebody would who hides a change. */
function relist(...paths: string[]): void {
  for (const path of paths) {
    const hash = sha256(readFileSync(at(path)));
    edit('manifest-sha256.txt', (text) =>
      text.replace(new RegExp(`^[0-9a-f]{64}  ${path}$`, 'mu'), `${hash}  ${path}`),
    );
  }
  edit('tagmanifest-sha256.txt', (text) =>
    text.replace(
      /^[0-9a-f]{64} {2}manifest-sha256\.txt$/mu,
      `${sha256(readFileSync(at('manifest-sha256.txt')))}  manifest-sha256.txt`,
    ),
  );
  const count = readFileSync(at('manifest-sha256.txt'), 'utf8').trim().split('\n');
  const size = count.reduce((sum, line) => sum + readFileSync(at(line.slice(66))).length, 0);
  edit('bag-info.txt', (text) =>
    text.replace(/^Payload-Oxum: .*$/mu, `Payload-Oxum: ${size}.${count.length}`),
  );
  edit('tagmanifest-sha256.txt', (text) =>
    text.replace(
      /^[0-9a-f]{64} {2}bag-info\.txt$/mu,
      `${sha256(readFileSync(at('bag-info.txt')))}  bag-info.txt`,
    ),
  );
}

async function checked(change: () => void = () => {}, path = ''): Promise<BagCheck> {
  round += 1;
  bag = b.path(`bag-${round}`);
  cpSync(b.path('bag'), bag, { recursive: true });
  change();
  return (await engine.job('bag.check', { path: join(bag, path) })) as BagCheck;
}

test('a bag that nobody touched is good, with numbers, by its folder or its bagit.txt', async () => {
  const check = await checked();
  expect(check.problems).toEqual([]);
  expect(check).toMatchObject({
    ok: true,
    checked: { files: 6, tagFiles: 3 },
    algorithms: ['sha256'],
    record: { exhibits: 2, custody: 4, leftOut: 1, withheld: 0 },
  });
  expect(check.sentence).toMatch(/^6 files are those that were put into the bag\. \d+ entries consistent;/u);
  expect((await checked(() => {}, 'bagit.txt')).ok).toBe(true);
  const { words } = check.record?.fingerprint ?? { words: [] };
  const told = await engine.ask('file.compare', { told: words.join(' ') });
  expect(told).toMatchObject({ known: true });
});

test.each<[string, () => void, RegExp]>([
  ['a changed byte', () => edit(EVIDENCE, () => 'GET ?\n'), /access\.log is not the file that was put/u],
  ['a missing file', () => rmSync(at(EVIDENCE)), /access\.log is listed in manifest-sha256\.txt and is not/u],
  ['a file more', () => writeFileSync(at('data/evidence/x.exe'), ''), /x\.exe is in the bag and not listed/u],
  ['another name', () => renameSync(at(EVIDENCE), at(`${EVIDENCE}.bak`)), /is not there/u],
  [
    'a path that leads out',
    () => edit('manifest-sha256.txt', (text) => `${text}${'0'.repeat(64)}  data/../../case.holdfast\n`),
    /names “data\/\.\.\/\.\.\/case\.holdfast”, which is no place in the data folder/u,
  ],
  [
    'an absolute path',
    () => edit('manifest-sha256.txt', (text) => `${text}${'0'.repeat(64)}  /etc/passwd\n`),
    /\/etc\/passwd.*not opened/u,
  ],
  [
    'a link in the place of a file',
    () => {
      rmSync(at(EVIDENCE));
      symlinkSync(b.path('access.log'), at(EVIDENCE));
    },
    /access\.log is a link to another place/u,
  ],
  ['a folder that is a link', () => symlinkSync('/etc', at('data/etc')), /data\/etc is a link/u],
  ['no list', () => rmSync(at('manifest-sha256.txt')), /no list of the files with their hashes/u],
  ['no bagit.txt', () => rmSync(at('bagit.txt')), /no bagit\.txt in this folder/u],
  ['a bagit.txt of another kind', () => edit('bagit.txt', () => 'hello'), /does not begin like/u],
  [
    'a line that is none',
    () => edit('manifest-sha256.txt', (text) => `${text}nonsense\n`),
    /Line 7 of manifest-sha256\.txt is no hash/u,
  ],
  [
    'a path twice',
    () => edit('manifest-sha256.txt', (text) => `${text}${text.split('\n')[0] ?? ''}\n`),
    /a second time/u,
  ],
  [
    'bag-info.txt is edited',
    () => edit('bag-info.txt', (text) => text.replace('Entries: ', 'Entries: 1')),
    /bag-info\.txt is not the file/u,
  ],
  [
    'evidence is exchanged and all lists made to fit',
    () => {
      edit(EVIDENCE, () => 'nothing here\n');
      relist(EVIDENCE);
    },
    /access\.log does not have the hash that the record says of EV-001/u,
  ],
  [
    'custody is rewritten and all lists made to fit',
    () => {
      edit('data/custody/custody.json', (text) => text.replace('"to":"Host"', '"to":"Eve"'));
      edit('data/custody/custody.csv', (text) => text.replace(',Host,', ',Eve,'));
      relist('data/custody/custody.json', 'data/custody/custody.csv');
    },
    /Event 2 of EV-001 in custody\.json is not what the record says/u,
  ],
  [
    'the table of the custody alone is rewritten, and all lists made to fit',
    () => {
      edit('data/custody/custody.csv', (text) => text.replace(',Host,', ',Eve,'));
      relist('data/custody/custody.csv');
    },
    /custody\.csv does not say what custody\.json says/u,
  ],
  [
    'the record is edited and all lists made to fit',
    () => {
      edit('data/record/record.json', (text) => text.replace('"analysis"', '"deletion"'));
      relist('data/record/record.json');
    },
    /./u,
  ],
])('%s is found, with its place', async (_, change, place) => {
  const { ok, problems, sentence } = await checked(change);
  expect(ok).toBe(false);
  expect(problems.map(({ message }) => message).join('\n')).toMatch(place);
  expect(sentence).toContain(problems[0]?.message);
});

/** A bag of another program, with a name that must be encoded. */
function foreign(list: string, text: (hash: (name: string) => string) => string): void {
  rmSync(bag, { recursive: true });
  mkdirSync(at('data'), { recursive: true });
  writeFileSync(at('data/a\nb%.txt'), 'foreign');
  writeFileSync(at('bagit.txt'), 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n');
  writeFileSync(
    at(list),
    text((name) => createHash(name).update('foreign').digest('hex')),
  );
}

test.each([
  ['capitals and CRLF', 'sha256', (hash: string) => `${hash.toUpperCase()}  data/a%0Ab%25.txt\r\n`],
  ['SHA-512 alone', 'sha512', (hash: string) => `${hash} *data/a%0ab%25.txt\n`],
  ['MD5 alone', 'md5', (hash: string) => `${hash}\tdata/a%0Ab%25.txt\n`],
])('a bag of another program: %s', async (_, algorithm, line) => {
  const check = await checked(() => foreign(`manifest-${algorithm}.txt`, (hash) => line(hash(algorithm))));
  expect(check.problems).toEqual([]);
  expect(check).toMatchObject({ ok: true, algorithms: [algorithm], record: null, checked: { files: 1 } });
  expect(check.sentence).toContain('not written by Holdfast');
  const control = await checked(() =>
    foreign(`manifest-${algorithm}.txt`, () => line('0'.repeat(hash(algorithm)))),
  );
  expect(control.ok).toBe(false);
});

const hash = (algorithm: string): number => createHash(algorithm).digest('hex').length;

test('the command line says the same, and its exit status', async () => {
  await checked();
  const good = b.run(['check', bag]);
  expect(good.status).toBe(0);
  expect(good.stdout).toMatch(/custody {3}4 events of 2 exhibits against their entries/u);
  edit(EVIDENCE, () => 'changed');
  const bad = b.cli('check', bag);
  expect(bad.status).toBe(1);
  expect(bad.json.data).toMatchObject({ ok: false, problems: [{ code: 'file-changed' }, {}, {}] });
  expect(b.cli('check', b.path('nowhere')).json.error.code).toBe('file-missing');
  mkdirSync(b.path('empty'));
  expect(b.cli('check', b.path('empty')).json.data.problems).toMatchObject([{ code: 'bag-unreadable' }]);
});
