import { copyFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PASSPHRASE } from '../../support/cli.ts';
import { evidenceBench } from '../../support/evidence-bench.ts';
import { type HandClock, handClock } from '../../support/full-case.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { sayFact } from '../../support/say-fact.ts';

const bench = evidenceBench('two-copies');

async function on(
  path: string,
  as: string,
  clock: HandClock,
  todo: (engine: OpenEngine) => Promise<void>,
): Promise<void> {
  const engine = openEngine(bench.b.path(as), { clock, as });
  try {
    await engine.open(path);
    await todo(engine);
  } finally {
    await engine.close();
  }
}

/** One exhibit, then two people on two copies who do not know of each other, and their records united. */
async function apart(
  before: (engine: OpenEngine) => Promise<void>,
  here: (engine: OpenEngine) => Promise<void>,
  there: (engine: OpenEngine) => Promise<void>,
): Promise<void> {
  await bench.newCase();
  const clock = handClock('2026-11-17T01:20:00.000Z');
  await on(bench.path, 'Ada', clock, before);
  const other = `${bench.path}.other.holdfast`;
  copyFileSync(bench.path, other);
  await on(bench.path, 'Ada', clock, here);
  clock.pass(5000);
  await on(other, 'Ben', clock, there);
  await on(bench.path, 'Ada', clock, mergeWith(other));
  expect(await openEngine(bench.b.path('Ada')).verify(bench.path)).toMatchObject({ ok: true });
}

const disk = { title: 'USB disk', heldBy: 'Ada', location: 'desk' };
const addDisk = async (engine: OpenEngine): Promise<void> => {
  await engine.ask('evidence.add-thing', disk);
};
const handTo =
  (to: string) =>
  async (engine: OpenEngine): Promise<void> => {
    await engine.ask('custody.record', { exhibit: 'EV-001', event: 'transferred', to });
  };
const mergeWith =
  (other: string) =>
  async (engine: OpenEngine): Promise<void> => {
    await engine.job('record.merge', { path: other, passphrase: PASSPHRASE });
  };
const later = handClock('2026-11-18T08:00:00.000Z');

test('two hand-overs that did not know of each other: both stand, the second is marked, who has it is in conflict', async () => {
  await apart(addDisk, handTo('Hosting security'), handTo('Insurer'));
  await on(bench.path, 'Ada', later, async (engine) => {
    const shown = await engine.ask('evidence.show', { exhibit: 'EV-001' });
    expect(shown.custody.map(({ to }) => to)).toEqual(['Ada', 'Hosting security', 'Insurer']);
    expect(shown.custody.map(({ doubt }) => doubt)).toEqual([
      undefined,
      undefined,
      'The record says that EV-001 is with Hosting security, not with Ada.',
    ]);
    expect(shown.exhibit.custodyState).toMatchObject({
      contested: ['Hosting security', 'Insurer'],
      doubtful: 1,
    });
    const { html } = await engine.ask('custody.form', { exhibit: 'EV-001', for: 'page' });
    expect(html).toContain('Contradicts the record before it');
    expect(html).toMatch(/in conflict[\s\S]*Hosting security[\s\S]*Insurer/i);
  });
  const text = bench.b.run(['evidence', 'show', bench.path, 'EV-001', '--as', 'Ada']).stdout;
  expect(text).toMatch(/IN CONFLICT: copies of this record name Hosting security and Insurer/);
  expect(text).toMatch(
    /CONTRADICTS THE RECORD BEFORE IT: The record says that EV-001 is with Hosting security/,
  );
  // Whoever knows of both says what is so.
  await on(bench.path, 'Ada', later, async (engine) => {
    await engine.ask('custody.record', {
      exhibit: 'EV-001',
      event: 'transferred',
      from: 'Hosting security',
      to: 'Insurer',
      despite: 'the host passed it on the same night',
    });
    const { exhibit } = await engine.ask('evidence.show', { exhibit: 'EV-001' });
    expect(exhibit).toMatchObject({ holder: 'Insurer', custodyState: { doubtful: 1 } });
    expect(exhibit.custodyState).not.toHaveProperty('contested');
  });
});

test('the same hand-over written down twice is no conflict about who has it', async () => {
  await apart(addDisk, handTo('Insurer'), handTo('insurer'));
  await on(bench.path, 'Ada', later, async (engine) => {
    const { exhibit } = await engine.ask('evidence.show', { exhibit: 'EV-001' });
    expect(exhibit.holder.toLowerCase()).toBe('insurer');
    expect(exhibit.custodyState).not.toHaveProperty('contested');
  });
});

test('a hold in conflict holds; one who knows both takes it off', async () => {
  const put =
    (turn: boolean, why: string) =>
    async (engine: OpenEngine): Promise<void> => {
      await engine.ask('evidence.hold', { exhibit: 'EV-001', on: turn, why });
    };
  await apart(
    async (engine) => {
      await addDisk(engine);
      sayFact(engine, 'ended', '2026-11-17T02:00:00.000Z');
      await put(true, 'insurer asked')(engine);
    },
    put(true, 'court asked'),
    put(false, 'insurer is done'),
  );
  await on(bench.path, 'Ada', handClock('2027-06-01T00:00:00.000Z'), async (engine) => {
    const disposed = { exhibit: 'EV-001', event: 'disposed', method: 'shredded' } as const;
    expect((await engine.refused('custody.record', disposed)).message).toMatch(/is on hold \(court asked\)/);
    expect((await engine.ask('evidence.retention', {})).items).toMatchObject([
      {
        state: 'on-hold',
        hold: true,
        says: 'On hold: court asked (the copies of this record disagree; the hold counts).',
      },
    ]);
    await put(false, 'both are done')(engine);
    await engine.ask('custody.record', disposed);
  });
});

test('an end of the incident in conflict: while one copy says that it has not ended, it has not', async () => {
  await apart(
    async (engine) => {
      await addDisk(engine);
      sayFact(engine, 'ended', '2026-11-17T02:00:00.000Z');
    },
    async (engine) => sayFact(engine, 'ended', 'no'),
    async (engine) => sayFact(engine, 'ended', '2026-11-18T02:00:00.000Z'),
  );
  await on(bench.path, 'Ada', handClock('2027-06-01T00:00:00.000Z'), async (engine) => {
    const disposed = { exhibit: 'EV-001', event: 'disposed', method: 'shredded' } as const;
    expect((await engine.refused('custody.record', disposed)).message).toMatch(
      /copies of this record disagree about the end of the incident/,
    );
  });
});

test('disposed of in one copy, handed over in the other: it is gone, and the hand-over is marked', async () => {
  await bench.newCase();
  const early = handClock('2026-01-02T00:00:00.000Z');
  await on(bench.path, 'Ada', early, async (engine) => {
    await addDisk(engine);
    sayFact(engine, 'ended', '2026-01-02T00:00:00.000Z');
  });
  const other = `${bench.path}.other.holdfast`;
  copyFileSync(bench.path, other);
  early.set('2026-06-01T00:00:00.000Z');
  await on(bench.path, 'Ada', early, async (engine) => {
    await engine.ask('custody.record', { exhibit: 'EV-001', event: 'disposed', method: 'shredded' });
  });
  early.pass(5000);
  await on(other, 'Ben', early, handTo('Insurer'));
  await on(bench.path, 'Ada', early, mergeWith(other));
  await on(bench.path, 'Ada', early, async (engine) => {
    const { exhibit, custody } = await engine.ask('evidence.show', { exhibit: 'EV-001' });
    expect(exhibit.holder).toBe('nobody: disposed of');
    expect(exhibit.custodyState).toMatchObject({
      disposed: true,
      contested: ['nobody: disposed of', 'Insurer'],
    });
    expect(custody.at(-1)?.doubt).toMatch(/was disposed of, so nothing can happen to it any more/);
  });
});
