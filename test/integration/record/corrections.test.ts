import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { edit } from '../../support/independent.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';

let b: Bench;
let engine: OpenEngine;
let path = '';

beforeAll(async () => {
  b = bench('corrections', 'served');
  path = b.path('case.holdfast');
  engine = openEngine(b.path('profile'), { as: 'Ada' });
  await engine.ask('case.create', { path, title: 'T', passphrase: PASSPHRASE, zone: 'Europe/Berlin' });
});

afterAll(async () => {
  await engine.close();
  b.clean();
});

const note = async (text: string, at?: string) =>
  (await engine.ask('note.add', { text, tags: ['web01'], ...(at === undefined ? {} : { at }) })).entry;
const shown = async (id: string) => (await engine.ask('entry.show', { entry: id })).entry;

describe('corrections', () => {
  test('the old note stays; what is not given is kept, the zone and the typed text too', async () => {
    const first = await note('Seen by Ben', '2026-11-16 23:10');
    const { entry } = await engine.ask('note.correct', {
      entry: first.id.slice(0, 8),
      text: 'Seen by Bea',
      reason: 'misheard the name',
    });
    expect(entry).toMatchObject({
      kind: 'correction',
      text: 'Seen by Bea',
      corrects: first.id,
      reason: 'misheard the name',
      tags: ['web01'],
      occurred: first.occurred,
    });
    expect(await shown(first.id)).toMatchObject({ text: 'Seen by Ben', correctedBy: entry.id });
  });

  test('a correction of a correction is one of the note, and keeps what the last one said', async () => {
    const first = await note('one');
    const second = (await engine.ask('note.correct', { entry: first.id, text: 'two', reason: 'a' })).entry;
    const third = (await engine.ask('note.correct', { entry: second.id, tags: ['db01'], reason: 'b' })).entry;
    expect(third).toMatchObject({ corrects: first.id, text: 'two', tags: ['db01'] });
    expect(await shown(first.id)).toMatchObject({ correctedBy: third.id });
    expect(await shown(second.id)).toMatchObject({ correctedBy: third.id });
    expect(await shown(third.id)).not.toHaveProperty('correctedBy');
    const at = (await engine.ask('note.correct', { entry: first.id, at: '01:00', reason: 'time' })).entry;
    expect(at).toMatchObject({
      text: 'two',
      tags: ['db01'],
      occurred: { typed: '01:00', zone: 'Europe/Berlin' },
    });
  });

  test('a wrong time is taken away, and the old note keeps it', async () => {
    const first = await note('Called the host', '02:14');
    const { entry } = await engine.ask('note.correct', { entry: first.id, at: null, reason: 'not known' });
    expect(entry).toMatchObject({ text: 'Called the host', tags: ['web01'], occurred: null });
    expect((await shown(first.id)).occurred).toMatchObject({ typed: '02:14' });
    // It stays away until somebody gives one.
    const next = await engine.ask('note.correct', { entry: first.id, text: 'Called them', reason: 'who' });
    expect(next.entry.occurred).toBeNull();
    const again = await engine.ask('note.correct', { entry: first.id, at: '02:20', reason: 'found it' });
    expect(again.entry.occurred).toMatchObject({ typed: '02:20' });
    await engine.close();
    const refused = b.cli('correct', path, first.id, '--no-at', '--reason', ' ');
    expect(refused.json.error.code).toBe('wrong-use');
    const done = b.cli('correct', path, first.id, '--no-at', '--reason', 'wrong after all');
    expect(done.json.data.entry).toMatchObject({ text: 'Called them', occurred: null });
    await engine.open(path);
  });

  test.each([
    ['nothing to correct', { reason: 'x' }, 'wrong-use', /Nothing to correct/],
    ['no reason', { text: 'x', reason: ' ' }, 'wrong-use', /reason/],
    ['an empty text', { text: ' ', reason: 'x' }, 'text-empty', /empty/],
  ])('%s is refused', async (_what, given, code, says) => {
    const { id } = await note('stays');
    const refusal = await engine.refused('note.correct', { entry: id, ...given });
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(says);
  });

  test('only notes are corrected', async () => {
    const { entry } = await engine.ask('fact.state', { name: 'extent', value: 'x' });
    const refusal = await engine.refused('note.correct', { entry: entry.id, text: 'y', reason: 'z' });
    expect(refusal.message).toMatch(/is a fact and no note/);
  });
});

describe('withholding', () => {
  test('the text is gone from the file and its views, and the record holds', async () => {
    const secret = await note('the password is hunter2-marker');
    const { entry } = await engine.ask('entry.withhold', {
      entry: secret.id,
      field: 'tags',
      why: 'names a person',
    });
    expect(entry).toMatchObject({ kind: 'withholding', field: 'tags' });
    await engine.ask('entry.withhold', { entry: secret.id, field: 'text', why: 'a password' });
    const view = await shown(secret.id);
    expect(view.tags).toEqual([]);
    expect(view.text).not.toContain('hunter2');
    expect(view.withheldBy).toHaveLength(2);
    expect((await engine.ask('timeline.list', { tag: 'web01' })).entries.map(({ id }) => id)).not.toContain(
      secret.id,
    );
    expect((await engine.ask('timeline.list', { search: 'hunter2' })).total).toBe(0);
    await engine.close();
    expect(await engine.verify(path)).toMatchObject({ ok: true });
    edit(path, (db) => {
      const left = db.prepare(`SELECT count(*) AS n FROM field WHERE value LIKE '%hunter2-marker%'`).get();
      expect(left).toEqual({ n: 0 });
    });
    await engine.open(path);
  });

  test('a copy lacks it too, is good, and can be written', async () => {
    const copy = b.path('copy.holdfast');
    await engine.job('share.copy', { path: copy, newPassphrase: PASSPHRASE });
    await engine.close();
    expect(await engine.verify(copy)).toMatchObject({ ok: true });
    await engine.open(copy);
    await engine.ask('note.add', { text: 'in the copy' });
    await engine.close();
    edit(copy, (db) => {
      const left = db.prepare(`SELECT count(*) AS n FROM field WHERE value LIKE '%hunter2-marker%'`).get();
      expect(left).toEqual({ n: 0 });
    });
    await engine.open(path);
  });

  test('a fact without its value shows no value', async () => {
    const { entry } = await engine.ask('fact.state', { name: 'attacker', value: 'a former employee' });
    await engine.ask('entry.withhold', { entry: entry.id, field: 'value', why: 'slander' });
    const { facts } = await engine.ask('case.info', {});
    expect(facts.find(({ name }) => name === 'attacker')).toMatchObject({ value: null });
    expect((await shown(entry.id)).text).not.toContain('employee');
  });

  test.each([
    ['a field that is not personal', 'phase', /no field “phase”.*It has text/],
    ['a field that is not there', 'body', /It has text/],
  ])('%s is refused, and the possible ones are named', async (_what, field, says) => {
    const { entry } = await engine.ask('note.add', { text: 'x', phase: 'containment' });
    const refusal = await engine.refused('entry.withhold', { entry: entry.id, field, why: 'x' });
    expect(refusal.message).toMatch(says);
  });

  test('no reason, and a second time, are refused', async () => {
    const { id } = await note('x');
    expect(await engine.refused('entry.withhold', { entry: id, field: 'text', why: '' })).toMatchObject({
      code: 'wrong-use',
    });
    await engine.ask('entry.withhold', { entry: id, field: 'text', why: 'x' });
    expect(await engine.refused('entry.withhold', { entry: id, field: 'text', why: 'x' })).toMatchObject({
      code: 'wrong-use',
    });
  });
});

describe('links', () => {
  test('an exhibit is linked to an entry, and both show it', async () => {
    await engine.ask('evidence.add-thing', { title: 'USB stick', heldBy: 'Ada', location: 'safe' });
    const { id } = await note('found the stick');
    const { entry } = await engine.ask('entry.attach', { entry: id, exhibit: 'EV-001' });
    expect(entry).toMatchObject({ kind: 'attachment', exhibit: 'EV-001', entry: id });
    expect(await shown(id)).toMatchObject({ exhibits: ['EV-001'] });
  });

  test('an exhibit or an entry that is not there is refused', async () => {
    const { id } = await note('x');
    expect(await engine.refused('entry.attach', { entry: id, exhibit: 'EV-404' })).toMatchObject({
      code: 'exhibit-unknown',
    });
    expect(await engine.refused('entry.attach', { entry: 'ffffffff', exhibit: 'EV-001' })).toMatchObject({
      code: 'entry-unknown',
    });
  });
});
