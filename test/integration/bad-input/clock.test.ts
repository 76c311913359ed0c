import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bench, bench } from '../../support/cli.ts';
import { type HandClock, handClock } from '../../support/full-case.ts';
import { openEngine } from '../../support/open-engine.ts';
import { expectRefusal } from '../../support/refusal.ts';
import { smallCase } from '../../support/small-case.ts';
let b: Bench;
let path = '';

beforeAll(async () => {
  b = bench('clock', 'served');
  path = await smallCase(b.path('case.holdfast'), b.path('profile'), {
    clock: handClock('2026-11-17T01:20:00.000Z'),
  });
});

afterAll(() => {
  b.clean();
});

const at = (now: string, ...args: string[]) => b.cliWith({ HOLDFAST_NOW: now }, ...args);

describe('times on the command line', () => {
  test('one that does not exist: exit 2, with the times beside it', () => {
    const answer = b.cli('note', path, 'x', '--at', '2026-03-29 02:30');
    expectRefusal(answer, {
      code: 'time-nonexistent',
      status: 2,
      names: '2026-03-29 02:30',
      advice: /The times beside it are/,
    });
    expect(answer.json.error.details.neighbours).toEqual([
      '2026-03-29T00:59:59.999Z',
      '2026-03-29T01:00:00.000Z',
    ]);
  });

  test('one that exists twice: exit 2, with both instants; either may be given', () => {
    const answer = b.cli('note', path, 'x', '--at', '2026-10-25 02:30');
    expectRefusal(answer, {
      code: 'time-ambiguous',
      status: 2,
      names: '2026-10-25 02:30',
      advice: /Choose one of/,
    });
    const [first] = answer.json.error.details.instants as string[];
    const chosen = b.cli('note', path, 'x', '--at', first ?? '');
    expect(chosen.json.data.entry.occurred).toMatchObject({
      utc: '2026-10-25T00:30:00.000Z',
      zone: 'UTC',
      typed: first,
    });
  });

  test('HOLDFAST_NOW is the clock: what is typed is understood by it, what is recorded is of it', () => {
    const answer = at('2026-11-24T13:32:10.250Z', 'note', path, 'x', '--at', 'yesterday 23:10');
    expect(answer.json.data.entry).toMatchObject({
      recorded: '2026-11-24T13:32:10.250Z',
      occurred: {
        utc: '2026-11-23T22:10:00.000Z',
        zone: 'Europe/Berlin',
        precision: 'minute',
        typed: 'yesterday 23:10',
      },
    });
    const span = at(
      '2026-11-24T13:32:11.000Z',
      'note',
      path,
      'x',
      '--at',
      '02:00..02:30',
      '--zone',
      'Asia/Kolkata',
    );
    expect(span.json.data.entry.occurred).toMatchObject({
      utc: '2026-11-23T20:30:00.000Z',
      until: '2026-11-23T21:00:00.000Z',
      zone: 'Asia/Kolkata',
      precision: 'approximate',
    });
  });

  test('a clock that is none, a zone that is none: exit 2', () => {
    expectRefusal(at('half past two', 'note', path, 'x'), {
      code: 'time-not-understood',
      status: 2,
      names: 'half past two',
      advice: /Write 14:32/,
    });
    expectRefusal(b.cli('note', path, 'x', '--at', '14:32', '--zone', 'Mars/Olympus'), {
      code: 'zone-unknown',
      status: 2,
      names: 'Mars/Olympus',
      advice: /IANA list/,
    });
    expectRefusal(b.cli('new', b.path('other.holdfast'), '--title', 'T', '--zone', 'Mars/Olympus'), {
      code: 'zone-unknown',
      status: 2,
      names: 'Mars/Olympus',
      advice: /IANA list/,
    });
  });
});

describe('a clock that moved is in the record', () => {
  test('set back between two commands', () => {
    const { recorded } = at('2026-11-25T10:00:00.000Z', 'note', path, 'before').json.data.entry as {
      recorded: string;
    };
    expect(recorded).toBe('2026-11-25T10:00:00.000Z');
    expect(at('2026-11-25T09:00:00.000Z', 'note', path, 'after').status).toBe(0);
    const { entries } = b.cli('timeline', path, '--limit', '2').json.data as {
      entries: Record<string, unknown>[];
    };
    expect(entries).toMatchObject([
      {
        kind: 'clock-moved',
        before: '2026-11-25T10:00:00.000Z',
        after: '2026-11-25T09:00:00.000Z',
        moved_ms: -3_600_000,
      },
      { kind: 'note', text: 'after', recorded: '2026-11-25T09:00:00.000Z' },
    ]);
    expect(b.cli('verify', path).json.data).toMatchObject({ ok: true });
  });

  test.each([
    ['back by 3 s', -3000, true],
    ['back by 2 s', -2000, false],
    ['forward by 6 s', 6000, true],
    ['forward by 5 s', 5000, false],
    ['as time passes', 0, false],
  ])('%s while the case is open', async (_, step, noticed) => {
    const clock = handClock('2026-11-17T01:20:00.000Z');
    const own = await smallCase(b.path(`case-${step}.holdfast`), b.path('hand'), { clock });
    const engine = openEngine(b.path('hand'), { clock });
    await engine.open(own);
    await engine.ask('note.add', { text: 'before' });
    clock.pass(10_000);
    clock.set(new Date(clock.now() + step).toISOString());
    await engine.ask('note.add', { text: 'after' });
    const { entries } = await engine.ask('timeline.list', { kinds: ['clock-moved'] });
    expect(entries).toHaveLength(noticed ? 1 : 0);
    if (noticed) expect(entries[0]).toMatchObject({ moved_ms: step, elapsed_ms: 10_000 });
    expect(await engine.job('record.verify', {})).toMatchObject({ ok: true });
    await engine.close();
  });

  test('time goes on while that entry is written: what follows it is later, and the record holds', async () => {
    const hand = handClock('2026-11-17T01:20:00.000Z');
    const own = await smallCase(b.path('case-ticking.holdfast'), b.path('ticking'), { clock: hand });
    const pass = (): HandClock => {
      hand.pass(1);
      return hand;
    };
    const clock = { ...hand, now: () => pass().now(), monotonic: () => pass().monotonic() };
    const engine = openEngine(b.path('ticking'), { clock });
    await engine.open(own);
    await engine.ask('note.add', { text: 'before' });
    hand.set('2026-11-17T00:20:00.000Z');
    await engine.ask('note.add', { text: 'after' });
    const { entries } = await engine.ask('timeline.list', { limit: 2 });
    expect(entries.map(({ kind }) => kind)).toEqual(['clock-moved', 'note']);
    expect(Date.parse(entries[1]?.recorded ?? '')).toBeGreaterThan(Date.parse(entries[0]?.recorded ?? ''));
    expect(await engine.job('record.verify', {})).toMatchObject({ ok: true, problems: [] });
    await engine.close();
  });
});
