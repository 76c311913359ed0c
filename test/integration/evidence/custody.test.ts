import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CustodyAction, CustodyEvent } from '../../../src-main/contract/custody.ts';
import type { CustodyStep } from '../../../src-main/domain/custody/step.ts';
import { anyLine, holder, mayFollow, plainOrNull, seal, waits } from '../../support/custody-model.ts';
import { evidenceBench } from '../../support/evidence-bench.ts';
import { expectRefusal } from '../../support/refusal.ts';
import { full } from '../../support/scale.ts';
import { seeded } from '../../support/seed.ts';

const bench = evidenceBench('custody');
const custody = (...args: string[]) => bench.b.cli('custody', bench.path, ...args);

describe('a hand-over has two sides', () => {
  beforeAll(async () => {
    await bench.newCase();
    bench.b.cli('evidence', 'add', bench.path, bench.written('access.log'));
  });

  test('everything that was said stands in the record, and it waits for its receipt', () => {
    const given = {
      to: 'Hosting security',
      witness: 'shift lead',
      purpose: 'analysis',
      authority: 'owner, by phone',
      location: 'safe room 2',
      seal: '4471',
      condition: 'bag unbroken',
      method: 'USB disk',
    };
    const options = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
    const done = custody('EV-001', 'transferred', ...options, '--at', '03:33');
    expect(done.status).toBe(0);
    const shown = bench.shown('EV-001');
    const name = shown.custody[0].performedBy as string;
    expect(shown.custody[1]).toMatchObject({
      event: 'transferred',
      from: name,
      ...given,
      hashBefore: shown.exhibit.sha256,
    });
    expect(shown.exhibit).toMatchObject({
      holder: 'Hosting security',
      custodyState: { location: 'safe room 2', seal: '4471', awaits: 'Hosting security' },
    });
    expect(bench.b.run(['evidence', 'show', bench.path, 'EV-001']).stdout).toMatch(
      /held by Hosting security, safe room 2, sealed \(4471\), not yet acknowledged by Hosting security/,
    );
  });

  test('another cannot acknowledge it; the receiver does, and the receipt names the transfer', () => {
    expectRefusal(custody('EV-001', 'acknowledged', '--to', 'Insurer'), {
      code: 'custody-impossible',
      status: 2,
      names: 'EV-001',
      advice:
        /Hosting security, and Insurer is not the one who received it.*say why it differs\. `--despite WHY`/,
    });
    const done = custody(
      'EV-001',
      'acknowledged',
      '--to',
      'hosting security',
      '--condition',
      'seal unbroken',
    );
    const [, transfer, receipt] = bench.shown('EV-001').custody as CustodyEvent[];
    expect(receipt).toMatchObject({ event: 'acknowledged', acknowledges: transfer?.entry });
    expect(done.json.data.entry.acknowledges).toBe(transfer?.entry);
    expect(bench.shown('EV-001').exhibit.custodyState).not.toHaveProperty('awaits');
    // Once is enough.
    expect(custody('EV-001', 'acknowledged', '--to', 'Hosting security').json.error.message).toMatch(
      /no hand-over of EV-001 that waits for a receipt/,
    );
  });

  test('the impossible is refused, nothing is written, and --despite records it with its reason', () => {
    const before = bench.shown('EV-001').custody.length as number;
    expectRefusal(custody('EV-001', 'transferred', '--from', 'Ada', '--to', 'Insurer'), {
      code: 'custody-impossible',
      status: 2,
      names: 'EV-001',
      advice: /is with Hosting security, not with Ada.*say why it differs\. `--despite WHY`/,
    });
    expect(bench.shown('EV-001').custody).toHaveLength(before);
    const why = 'nobody wrote down that Ada fetched it';
    expect(
      custody('EV-001', 'transferred', '--from', 'Ada', '--to', 'Insurer', '--despite', why).json.data.entry
        .text,
    ).toContain(why);
    const shown = bench.shown('EV-001');
    expect(shown.custody.at(-1)).toMatchObject({ from: 'Ada', to: 'Insurer', despite: why });
    expect(shown.custody.at(-1)).not.toHaveProperty('doubt');
    expect(shown.holder).toBe('Insurer');
  });

  test('it goes back to whom it came from', () => {
    custody('EV-001', 'returned');
    expect(bench.shown('EV-001').custody.at(-1)).toMatchObject({
      event: 'returned',
      from: 'Insurer',
      to: 'Ada',
    });
  });

  test.each([
    ['transferred', [], /Say to whom EV-001 was handed over\. `--to NAME`/],
    ['sealed', [], /Say how EV-001 was sealed/],
    ['disposed', [], /Say how EV-001 was disposed of\. `--method M`/],
    ['disposed', ['--method', 'shredded'], /release them.*`evidence release` does it/],
  ])('%s %j lacks what makes it one', (event, options, says) => {
    const answer = custody('EV-001', event, ...options);
    expect(answer).toMatchObject({ status: 2, json: { error: { code: 'wrong-use' } } });
    expect(answer.json.error.message).toMatch(says);
  });
});

const sequences = fc.array(fc.record({ line: anyLine, explains: fc.boolean() }), {
  maxLength: full ? 30 : 14,
});

test('the engine against the independent model, over generated sequences', async () => {
  await bench.newCase();
  const seed = seeded('custody by the engine').below(2 ** 31);
  let recorded = 0;
  let refused = 0;
  await bench.withEngine(async (engine) => {
    await fc.assert(
      fc.asyncProperty(sequences, async (given) => {
        const { exhibit } = await engine.ask('evidence.add-thing', {
          title: 'disk',
          heldBy: 'Ada',
          location: 'desk',
        });
        const sheet: CustodyStep[] = [];
        const read = async () => engine.ask('evidence.show', { exhibit: exhibit.exhibit });
        const me = (await read()).custody[0]?.performedBy ?? '';
        const put = (line: Omit<CustodyStep, 'id'>, id: string): void => void sheet.push({ ...line, id });
        const unsaid = {
          from: undefined,
          seal: undefined,
          condition: undefined,
          acknowledges: undefined,
          despite: undefined,
          whole: true,
        };
        put({ ...unsaid, event: 'collected', performedBy: me, to: 'Ada', location: 'desk' }, 'first');
        for (const { line, explains } of given) {
          // A disposal needs the end of retention, which is another test's.
          if (['collected', 'verified', 'disposed'].includes(line.event)) continue;
          const { event, ...words } = line;
          if (event === 'transferred' && words.to === undefined) continue;
          const known = sheet.some(
            ({ event: earlier }) => earlier === 'transferred' || earlier === 'returned',
          );
          if (event === 'returned' && words.to === undefined && !known) continue;
          if (event === 'sealed' && words.seal === undefined && words.condition === undefined) continue;
          const { performedBy: _, ...said } = words;
          const next = { ...unsaid, ...line, performedBy: me };
          const may = mayFollow(sheet, next);
          const despite = !may && explains ? 'seen by all' : undefined;
          const request = { exhibit: exhibit.exhibit, event: event as CustodyAction, ...said, despite };
          if (may || despite !== undefined) {
            const { entry } = await engine.ask('custody.record', request);
            put({ ...next, despite }, entry.id);
            recorded += 1;
          } else {
            expect(await engine.refused('custody.record', request)).toMatchObject({
              code: 'custody-impossible',
            });
            refused += 1;
          }
          const { exhibit: now } = await read();
          expect(plainOrNull(now.holder)).toBe(plainOrNull(holder(sheet) ?? 'nobody named'));
          expect(now.custodyState.seal ?? null).toBe(seal(sheet));
          expect(plainOrNull(now.custodyState.awaits)).toBe(plainOrNull(waits(sheet).at(-1)?.to));
          expect(now.custodyState.doubtful).toBeUndefined();
        }
      }),
      { seed, numRuns: full ? 150 : 50 },
    );
  });
  // Both happen: some forty and eighty times, by the seed.
  expect(Math.min(recorded, refused)).toBeGreaterThan(10);
  expect(bench.b.cli('verify', bench.path).json.data).toMatchObject({ ok: true });
});
