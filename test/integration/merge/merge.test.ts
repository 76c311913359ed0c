import { randomBytes } from 'node:crypto';
import { copyFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Compared, Merged } from '../../../src-main/contract/merge.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { forge } from '../../support/independent.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';

let b: Bench;
/** Two people on two laptops: each has a profile of its own. */
let ada: OpenEngine;
let ben: OpenEngine;
let attempts = 0;
let mine = '';
let theirs = '';

/** Case, author, zone, note, copy, copy made. */
const UNTOUCHED = 7;

beforeAll(() => {
  b = bench('merge');
});

beforeEach(async () => {
  attempts += 1;
  mine = b.path(`ada-${attempts}.holdfast`);
  theirs = b.path(`ben-${attempts}.holdfast`);
  ada = openEngine(b.path(`profile-a${attempts}`), { as: 'Ada' });
  ben = openEngine(b.path(`profile-b${attempts}`), { as: 'Ben' });
  await ada.ask('case.create', { path: mine, title: 'T', passphrase: PASSPHRASE, zone: 'Europe/Berlin' });
  await ada.ask('note.add', { text: 'before the copy' });
  await ada.job('share.copy', { path: theirs, newPassphrase: PASSPHRASE });
  await ben.open(theirs);
});

afterEach(async () => {
  await ada.close();
  await ben.close();
});

afterAll(() => b.clean());

const mergeOf = async (engine: OpenEngine, path: string): Promise<Merged> =>
  (await engine.job('record.merge', { path, passphrase: PASSPHRASE })) as Merged;

/** Ben closes his file, so that Ada can read it. */
async function intoMine(): Promise<Merged> {
  await ben.close();
  return mergeOf(ada, theirs);
}

const texts = async (engine: OpenEngine): Promise<string[]> =>
  (await engine.ask('timeline.list', {})).entries.map(({ text }) => text);

test('two people write on, and both files become one record, whichever way they are merged', async () => {
  await ada.ask('note.add', { text: 'Ada: web shell found' });
  await ben.ask('note.add', { text: 'Ben: database is clean' });
  await ben.ask('fact.state', { name: 'extent', value: 'WEB01 only' });
  const merged = await intoMine();
  expect(merged).toMatchObject({
    added: { entries: 3, exhibits: 0, authors: 1 },
    newAuthors: [{ name: 'Ben' }],
    forks: [],
    conflicts: [],
    problems: [],
  });
  expect(merged.newAuthors[0]?.words).toHaveLength(4);
  expect(merged.branches).toHaveLength(1);
  expect(await texts(ada)).toEqual(
    expect.arrayContaining(['Ada: web shell found', 'Ben: database is clean']),
  );
  // The other way round: the same record.
  await ada.close();
  await ben.open(theirs);
  await mergeOf(ben, mine);
  await ben.close();
  const [a, c] = [await ada.verify(mine), await ben.verify(theirs)];
  expect(a).toMatchObject({ ok: true });
  expect(c).toMatchObject({ ok: true });
  expect('projection' in a && 'projection' in c && a.projection === c.projection).toBe(true);
});

test('a second time nothing comes in; the next entry joins both ends', async () => {
  await ada.ask('note.add', { text: 'Ada' });
  await ben.ask('note.add', { text: 'Ben' });
  await intoMine();
  expect((await mergeOf(ada, theirs)).added.entries).toBe(0);
  expect((await ada.ask('case.info', {})).heads).toHaveLength(2);
  const { entry } = await ada.ask('note.add', { text: 'joined' });
  expect(entry.parents).toHaveLength(2);
  expect((await ada.ask('case.info', {})).heads).toEqual([entry.id]);
  await ada.close();
  expect(await ada.verify(mine)).toMatchObject({ ok: true });
});

test('different values of a fact, phases and corrections stand beside each other until somebody settles them', async () => {
  const { entries } = await ada.ask('timeline.list', { kinds: ['note'] });
  const note = entries[0]?.id ?? '';
  for (const [engine, value] of [
    [ada, 'high'],
    [ben, 'low'],
  ] as const) {
    await engine.ask('fact.state', { name: 'severity', value });
    await engine.ask('note.correct', { entry: note, text: `reads ${value}`, reason: 'x' });
  }
  const merged = await intoMine();
  expect(merged.conflicts.map(({ what }) => what).toSorted()).toEqual([
    `correction/${note}`,
    'fact/severity',
  ]);
  expect(new Map(merged.conflicts.map(({ what, about }) => [what, about]))).toEqual(
    new Map([
      [`correction/${note}`, 'before the copy'],
      ['fact/severity', null],
    ]),
  );
  const severity = (await ada.ask('case.info', {})).facts.find(({ name }) => name === 'severity');
  expect(new Set([severity?.value, severity?.conflict[0]?.value])).toEqual(new Set(['high', 'low']));
  expect((await ada.ask('entry.show', { entry: note })).entry.correctedDifferently).toHaveLength(2);
  const settled = await ada.ask('fact.state', { name: 'severity', value: 'high' });
  expect(settled.entry['before']).toHaveLength(2);
  const after = (await ada.ask('case.info', {})).facts.find(({ name }) => name === 'severity');
  expect(after).toMatchObject({ value: 'high', conflict: [] });
  await ada.close();
  expect(await ada.verify(mine)).toMatchObject({ ok: true });
});

test('a field that one side withheld is gone on both, and does not come back', async () => {
  const secret = (await ada.ask('timeline.list', { kinds: ['note'] })).entries[0]?.id ?? '';
  await ada.ask('entry.withhold', { entry: secret, field: 'text', why: 'a password' });
  await ben.ask('note.add', { text: 'Ben' });
  await intoMine();
  expect(await texts(ada)).not.toContain('before the copy');
  await ada.close();
  await ben.open(theirs);
  await mergeOf(ben, mine);
  expect(await texts(ben)).not.toContain('before the copy');
  await ben.close();
  expect(await ben.verify(theirs)).toMatchObject({ ok: true });
  expect(await ada.verify(mine)).toMatchObject({ ok: true });
});

test('a seal that the other side did not know of closes the union', async () => {
  await ada.ask('case.seal', { despite: 'a test' });
  await ben.ask('note.add', { text: 'late' });
  expect((await intoMine()).added.entries).toBe(2);
  expect(await ada.refused('note.add', { text: 'x' })).toMatchObject({ code: 'case-sealed' });
});

test('a merge begins when a check that was started before has ended, and a check when the merge has', async () => {
  for (let i = 0; i < 150; i += 1) await ada.ask('note.add', { text: `note ${i}` });
  await ben.ask('note.add', { text: 'Ben' });
  await ben.close();
  const [before, merged, after] = await Promise.all([
    ada.job('record.verify', {}),
    mergeOf(ada, theirs),
    ada.job('record.verify', {}),
  ]);
  expect(before).toMatchObject({ ok: true, checked: { entries: UNTOUCHED + 150 } });
  expect(merged).toMatchObject({ added: { entries: 2 }, problems: [] });
  expect(after).toMatchObject({ ok: true, checked: { entries: UNTOUCHED + 152 } });
});

test('comparing says what each side lacks, and changes nothing', async () => {
  await ada.ask('note.add', { text: 'Ada' });
  await ben.ask('note.add', { text: 'Ben' });
  await ben.close();
  const before = await ada.ask('case.info', {});
  const compared = (await ada.job('record.compare', { path: theirs, passphrase: PASSPHRASE })) as Compared;
  expect(compared).toMatchObject({ onlyHere: 2, onlyThere: 2, forks: [], problems: [] });
  expect((await ada.ask('case.info', {})).entries).toBe(before.entries);
});

test('stored evidence comes with its bytes, checked, small and large; what a copy was made without stays away', async () => {
  const small = b.path(`small-${attempts}.log`);
  const large = b.path(`large-${attempts}.bin`);
  writeFileSync(small, 'GET / 200\n'.repeat(100));
  writeFileSync(large, randomBytes(5 * 2 ** 20));
  await ben.job('evidence.add', { paths: [small, large], mode: 'stored' });
  await ben.close();
  expect(await mergeOf(ada, theirs)).toMatchObject({ added: { exhibits: 2 }, evidence: 2, problems: [] });
  expect(await mergeOf(ada, theirs)).toMatchObject({ added: { entries: 0 }, evidence: 0 });
  const light = b.path(`light-${attempts}.holdfast`);
  await ada.job('share.copy', { path: light, newPassphrase: PASSPHRASE, evidence: 'none' });
  await ada.close();
  expect(await ada.verify(mine)).toMatchObject({ ok: true, checked: { evidence: 2 } });
  await ben.open(light);
  expect(await mergeOf(ben, mine)).toMatchObject({ evidence: 0 });
});

test('bytes that do not have the recorded hash are left, and named', async () => {
  const log = b.path(`log-${attempts}.log`);
  writeFileSync(log, 'GET / 200\n'.repeat(100));
  await ben.job('evidence.add', { paths: [log], mode: 'stored' });
  await ben.close();
  forge(theirs, (db) => db.exec(`UPDATE evidence_blob SET codec = 'none', bytes = randomblob(1000)`));
  const merged = await mergeOf(ada, theirs);
  expect(merged).toMatchObject({
    added: { exhibits: 1 },
    evidence: 0,
    problems: [{ code: 'evidence-changed' }],
  });
});

describe('what is refused', () => {
  test('the open case itself', async () => {
    expect(await ada.refused('record.merge', { path: mine, passphrase: PASSPHRASE })).toMatchObject({
      code: 'wrong-use',
    });
    // The lock still holds.
    expect(await ben.refused('case.open', { path: mine, passphrase: PASSPHRASE })).toMatchObject({
      code: 'file-locked',
    });
  });

  test('a file of another case, a file that is open elsewhere, a wrong passphrase, no case at all', async () => {
    const other = b.path(`other-${attempts}.holdfast`);
    await ben.ask('case.create', { path: other, title: 'Another one', passphrase: PASSPHRASE });
    await expect(mergeOf(ada, other)).rejects.toThrow('file-locked');
    await ben.close();
    await expect(mergeOf(ada, other)).rejects.toThrow(/other-case.*Another one/);
    await expect(ada.job('record.merge', { path: theirs, passphrase: 'wrong' })).rejects.toThrow(
      'wrong-passphrase',
    );
    writeFileSync(b.path('no.holdfast'), 'x'.repeat(8192));
    await expect(mergeOf(ada, b.path('no.holdfast'))).rejects.toThrow(/not-a-case|wrong-passphrase/);
    expect((await ada.ask('case.info', {})).entries).toBe(UNTOUCHED);
  });

  const forgeries: readonly [string, string, string][] = [
    ['a changed text', 'field-wrong', `UPDATE field SET value = '"forged"' WHERE value = '"Ben"'`],
    [
      'a changed header',
      'hash-wrong',
      `UPDATE entry SET header = CAST(replace(CAST(header AS TEXT), '"kind":"note"', '"kind":"nota"') AS BLOB)`,
    ],
    [
      'another signature',
      'signature-wrong',
      `UPDATE entry SET signature = randomblob(64) WHERE seq = (SELECT max(seq) FROM entry)`,
    ],
    [
      'an entry without its parent',
      'parent-missing',
      `DELETE FROM entry WHERE seq = (SELECT max(seq) - 1 FROM entry)`,
    ],
    ['a field that is gone', 'field-missing', `DELETE FROM field WHERE value = '"Ben"'`],
  ];
  test.each(forgeries)('%s: named, and nothing is taken in', async (_what, code, statement) => {
    await ben.ask('note.add', { text: 'Ben' });
    await ben.close();
    forge(theirs, (db) => db.exec(statement));
    const merged = await mergeOf(ada, theirs);
    expect(merged.problems.map((problem) => problem.code)).toContain(code);
    expect(merged.added.entries).toBe(0);
    expect((await ada.ask('case.info', {})).entries).toBe(UNTOUCHED);
    await ada.close();
    expect(await ada.verify(mine)).toMatchObject({ ok: true });
  });

  test('an extra trigger in the other file', async () => {
    await ben.close();
    forge(theirs, (db) => db.exec(`CREATE TRIGGER extra AFTER INSERT ON draft BEGIN SELECT 1; END`));
    await expect(mergeOf(ada, theirs)).rejects.toThrow('schema-changed');
  });
});

test('the same case written on in a plain copy of its file: one branch, no fork', async () => {
  const copy = b.path(`plain-${attempts}.holdfast`);
  await ada.close();
  copyFileSync(mine, copy);
  await ada.open(mine);
  await ada.ask('note.add', { text: 'in the one' });
  await ada.close();
  const again = openEngine(b.path(`profile-a${attempts}`), { as: 'Ada' });
  expect(await again.refused('case.open', { path: copy, passphrase: PASSPHRASE })).toMatchObject({
    code: 'older-than-seen',
  });
  await again.ask('case.open', { path: copy, passphrase: PASSPHRASE, continueOlder: true });
  await again.ask('note.add', { text: 'in the other' });
  await again.close();
  await ada.ask('case.open', { path: mine, passphrase: PASSPHRASE, continueOlder: true });
  const merged = await mergeOf(ada, copy);
  expect(merged).toMatchObject({ added: { entries: 1, authors: 0 }, forks: [] });
  expect(merged.branches).toHaveLength(1);
  await ada.close();
  expect(await ada.verify(mine)).toMatchObject({ ok: true });
});
