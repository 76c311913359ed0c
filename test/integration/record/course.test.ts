import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { type HandClock, handClock } from '../../support/full-case.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';

let b: Bench;
let engine: OpenEngine;
let clock: HandClock;
let path = '';

beforeAll(async () => {
  b = bench('course');
  clock = handClock('2026-11-17T01:20:00.000Z');
  path = b.path('case.holdfast');
  engine = openEngine(b.path('profile'), { clock, as: 'Ada' });
  await engine.ask('case.create', { path, title: 'T', passphrase: PASSPHRASE, zone: 'Europe/Berlin' });
});

afterAll(async () => {
  await engine.close();
  b.clean();
});

const factNamed = async (name: string) => {
  const { facts } = await engine.ask('case.info', {});
  return facts.find((fact) => fact.name === name);
};

describe('facts', () => {
  test('each change keeps the old value, who decided, when and on what grounds', async () => {
    await engine.ask('fact.state', { name: 'penetrated', value: 'undecided' });
    clock.pass(60_000);
    const { entry } = await engine.ask('fact.state', {
      name: 'penetrated',
      value: 'yes',
      by: ['Ada', 'Hosting security'],
      at: '02:10',
      grounds: 'web shell in uploads/',
    });
    expect(entry).toMatchObject({
      kind: 'fact',
      value: 'yes',
      before: 'undecided',
      by: ['Ada', 'Hosting security'],
      occurred: { utc: '2026-11-17T01:10:00.000Z', zone: 'Europe/Berlin', typed: '02:10' },
      text: 'Penetrated: yes (before: undecided), decided by Ada and Hosting security, because: web shell in uploads/',
    });
    expect(await factNamed('penetrated')).toMatchObject({
      value: 'yes',
      entry: entry.id,
      by: ['Ada', 'Hosting security'],
      grounds: 'web shell in uploads/',
      author: { name: 'Ada', trust: 'founder' },
      conflict: [],
    });
    const { entries } = await engine.ask('timeline.list', { kinds: ['fact'] });
    expect(entries.filter(({ name }) => name === 'penetrated')).toHaveLength(2);
  });

  test('the end of the incident is a time, and can be taken back', async () => {
    const { entry } = await engine.ask('fact.state', { name: 'ended', value: '2026-11-17 02:19' });
    expect(entry).toMatchObject({
      value: '2026-11-17T01:19:00.000Z',
      occurred: { typed: '2026-11-17 02:19' },
    });
    await engine.ask('fact.state', { name: 'ended', value: 'no', grounds: 'it goes on' });
    expect(await factNamed('ended')).toMatchObject({ value: 'no', occurred: null });
  });

  test('a name of one’s own, and the zone of the case', async () => {
    await engine.ask('fact.state', { name: 'ransom-note', value: 'none found' });
    expect(await factNamed('ransom-note')).toMatchObject({ value: 'none found' });
    await engine.ask('fact.state', { name: 'zone', value: 'Europe/London' });
    expect((await engine.ask('case.info', {})).zone).toBe('Europe/London');
    await engine.ask('fact.state', { name: 'zone', value: 'Europe/Berlin' });
  });

  test.each([
    [
      'a word that the fact does not have',
      { name: 'penetrated', value: 'perhaps' },
      'wrong-use',
      'undecided, yes, no',
    ],
    ['a name that is none', { name: 'Data Reached', value: 'yes' }, 'wrong-use', 'small letters'],
    ['no value', { name: 'extent', value: ' ' }, 'text-empty', 'empty'],
    ['a zone that is none', { name: 'zone', value: 'Mars/Olympus' }, 'zone-unknown', 'Mars/Olympus'],
    ['an end that is no time', { name: 'ended', value: 'soon' }, 'time-not-understood', 'soon'],
    ['an end with two times', { name: 'ended', value: '02:00', at: '03:00' }, 'wrong-use', 'no other time'],
    [
      'a time that exists twice',
      { name: 'extent', value: 'x', at: '2026-10-25 02:30' },
      'time-ambiguous',
      'twice',
    ],
  ])('%s is refused', async (_what, request, code, says) => {
    const before = (await engine.ask('case.info', {})).entries;
    const refusal = await engine.refused('fact.state', request);
    expect(refusal.code).toBe(code);
    expect(refusal.message).toContain(says);
    expect((await engine.ask('case.info', {})).entries).toBe(before);
  });
});

describe('phases', () => {
  test('an entry is in the phase that was entered before it, unless it says its own', async () => {
    const before = await engine.ask('note.add', { text: 'in the first phase' });
    const { entry } = await engine.ask('phase.enter', { phase: 'containment', why: 'server isolated' });
    const after = await engine.ask('note.add', { text: 'in the second' });
    const own = await engine.ask('note.add', { text: 'about the first', phase: 'identification' });
    expect([before, after, own].map((answer) => answer.entry.phase)).toEqual([
      'identification',
      'containment',
      'identification',
    ]);
    expect(entry).toMatchObject({
      before: 'identification',
      text: 'Phase: containment, because: server isolated; gate: 3 not answered',
    });
    expect((await engine.ask('case.info', {})).phase).toBe('containment');
    const { entries } = await engine.ask('timeline.list', { phase: 'containment' });
    expect(entries.map(({ text }) => text)).toEqual([entry.text, 'in the second']);
  });

  test('the phase that it is in already, and one that is none, are refused', async () => {
    expect(await engine.refused('phase.enter', { phase: 'containment' })).toMatchObject({
      code: 'wrong-use',
    });
    expect((await engine.refused('phase.enter', { phase: 'panic' })).message).toContain('eradication');
  });
});

describe('clock checks', () => {
  test('device minus reference, positive where the device is ahead', async () => {
    clock.set('2026-11-17T02:00:02.000Z');
    const { entry } = await engine.ask('clock.check', {
      reference: '03:00:00',
      source: 'the speaking clock',
    });
    expect(entry).toMatchObject({
      offset_ms: 2000,
      device: '2026-11-17T02:00:02.000Z',
      text: 'Clock check: the device is ahead of the speaking clock by 2.0 s',
    });
    const behind = await engine.ask('clock.check', { reference: '2026-11-17T02:00:05Z', source: 'GPS' });
    expect(behind.entry['offset_ms']).toBe(-3000);
  });

  test('a range is no moment that a clock shows', async () => {
    expect(await engine.refused('clock.check', { reference: '02:00..03:00', source: 'x' })).toMatchObject({
      code: 'wrong-use',
    });
  });
});

describe('seal', () => {
  test('closes normal work; custody, copies and checks go on; unsealing says why', async () => {
    await engine.ask('evidence.add-thing', { title: 'USB stick', heldBy: 'Ada', location: 'safe' });
    const { heads, entries } = await engine.ask('case.info', {});
    expect(await engine.refused('case.seal', {})).toMatchObject({ code: 'review-first' });
    expect(await engine.refused('case.seal', { despite: ' ' })).toMatchObject({ code: 'review-first' });
    const { entry } = await engine.ask('case.seal', { despite: 'a false alarm' });
    expect(entry.text).toContain('without an approved review, because: a false alarm');
    expect(entry).toMatchObject({ kind: 'seal', head: heads[0], entries });
    expect((await engine.ask('case.info', {})).sealed).toBe(true);
    for (const refused of [
      await engine.refused('note.add', { text: 'late' }),
      await engine.refused('fact.state', { name: 'extent', value: 'x' }),
      await engine.refused('case.seal', {}),
    ]) {
      expect(refused.code).toBe('case-sealed');
      expect(refused.message).toContain('Unseal it with a reason');
    }
    await engine.ask('custody.record', { exhibit: 'EV-001', event: 'transferred', to: 'Insurer' });
    await engine.job('share.copy', { path: b.path('copy.holdfast'), newPassphrase: PASSPHRASE });
    expect(await engine.refused('case.unseal', { why: ' ' })).toMatchObject({ code: 'wrong-use' });
    await engine.ask('case.unseal', { why: 'the insurer sent a log' });
    await engine.ask('note.add', { text: 'goes on' });
    expect((await engine.ask('case.info', {})).sealed).toBe(false);
    expect(await engine.refused('case.unseal', { why: 'again' })).toMatchObject({ code: 'wrong-use' });
    await engine.close();
    expect(await engine.verify(path)).toMatchObject({ ok: true });
    expect(await engine.verify(b.path('copy.holdfast'))).toMatchObject({ ok: true });
  });
});
