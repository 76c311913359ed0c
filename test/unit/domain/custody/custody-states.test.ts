import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { obstacle } from '../../../../src-main/domain/custody/obstacle.ts';
import { after, NOTHING_HAPPENED } from '../../../../src-main/domain/custody/state.ts';
import { walk } from '../../../../src-main/domain/custody/walk.ts';
import type { CustodyStep } from '../../../../src-main/domain/custody/step.ts';
import { anyLine, holder, mayFollow, plainOrNull, seal, waits } from '../../../support/custody-model.ts';
import { full } from '../../../support/scale.ts';
import { seeded } from '../../../support/seed.ts';

const EXHIBIT = 'EV-001';
const runs = full ? 20_000 : 1500;
const sheets = fc.array(
  fc.record({
    line: anyLine,
    /** Whether the person explains it where the record refuses it. */
    explains: fc.boolean(),
    /** Names one of the hand-overs so far, by its place; -1 names none. */
    names: fc.integer({ min: -2, max: 3 }),
  }),
  { maxLength: 11 },
);

const collected: CustodyStep = step({ event: 'collected', performedBy: 'Ada' }, 'c');

function step(
  given: Partial<CustodyStep> & Pick<CustodyStep, 'event' | 'performedBy'>,
  id: string,
): CustodyStep {
  return {
    from: undefined,
    to: undefined,
    location: undefined,
    seal: undefined,
    condition: undefined,
    acknowledges: undefined,
    despite: undefined,
    whole: true,
    ...given,
    id,
  };
}

/** The lines of a run with their ids; a receipt may name a hand-over. */
function lines(sheet: readonly (typeof sheets extends fc.Arbitrary<infer Lines> ? Lines : never)[number][]) {
  const ids: string[] = [];
  return sheet.map(({ line, explains, names }, i) => {
    const id = `e${i}`;
    const acknowledges = line.event === 'acknowledged' ? ids[names] : undefined;
    if (line.event === 'transferred' || line.event === 'returned') ids.push(id);
    return { line: step({ ...line, acknowledges }, id), explains };
  });
}

test('what may follow, who has it, its seal and what waits: as an independent model says', () => {
  const seed = seeded('custody against the model').below(2 ** 31);
  let allowed = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.boolean(), sheets, (begun, given) => {
      let state = NOTHING_HAPPENED;
      const sheet: CustodyStep[] = [];
      const record = (line: CustodyStep): void => {
        state = after(state, line);
        sheet.push(line);
      };
      if (begun) record(collected);
      for (const { line, explains } of lines(given)) {
        const may = mayFollow(sheet, line);
        expect(obstacle(state, line, EXHIBIT) === null, JSON.stringify([sheet, line])).toBe(may);
        if (may) allowed += 1;
        else refused += 1;
        // A person may say why the record differs, but nothing follows a disposal.
        if (may || (explains && !state.disposed)) record(may ? line : { ...line, despite: 'seen by all' });
        expect(plainOrNull(state.holder)).toBe(plainOrNull(holder(sheet)));
        expect(state.seal === null ? null : (state.seal.number ?? '')).toBe(seal(sheet));
        expect(state.open.map(({ id }) => id)).toEqual(waits(sheet).map(({ id }) => id));
      }
    }),
    { seed, numRuns: runs },
  );
  expect(Math.min(allowed, refused)).toBeGreaterThan(runs / 2);
});

test('events that did not know of each other are all believed, and each contradiction is marked', () => {
  const seed = seeded('custody after merges').below(2 ** 31);
  let marked = 0;
  fc.assert(
    fc.property(sheets, (given) => {
      const sheet = [collected, ...lines(given).map(({ line }) => line)];
      const { state, doubts } = walk(sheet, EXHIBIT);
      const expected = sheet.filter((line, i) => !mayFollow(sheet.slice(0, i), line)).map(({ id }) => id);
      expect([...doubts.keys()]).toEqual(expected);
      expect(plainOrNull(state.holder)).toBe(plainOrNull(holder(sheet)));
      for (const sentence of doubts.values()) expect(sentence).toMatch(/^The record .*EV-001.*\.$/u);
      marked += doubts.size;
    }),
    { seed, numRuns: runs },
  );
  expect(marked).toBeGreaterThan(runs);
});

describe('the impossible is refused with a sentence that names what the record says', () => {
  const transferred = (more: Partial<CustodyStep>): CustodyStep =>
    step({ event: 'transferred', performedBy: 'Ada', ...more }, 't');
  const say = (before: readonly CustodyStep[], next: CustodyStep): string | null =>
    obstacle(walk(before, EXHIBIT).state, next, EXHIBIT);

  test.each<[what: string, before: CustodyStep[], next: CustodyStep, says: RegExp]>([
    [
      'handed over by somebody who does not have it',
      [collected, transferred({ to: 'Hosting security' })],
      transferred({ from: 'Ada', to: 'Insurer' }),
      /EV-001 is with Hosting security, not with Ada\./,
    ],
    ['handed over to who has it', [collected], transferred({ to: 'ADA' }), /is with Ada already/],
    [
      'received by another than was named',
      [collected, transferred({ to: 'Hosting security' })],
      step({ event: 'acknowledged', performedBy: 'Insurer' }, 'a'),
      /handed over to Hosting security, and Insurer is not the one who received it/,
    ],
    [
      'received without a hand-over',
      [collected],
      step({ event: 'acknowledged', performedBy: 'Insurer' }, 'a'),
      /no hand-over of EV-001 that waits for a receipt\. It is with Ada\./,
    ],
    [
      'sealed twice',
      [collected, step({ event: 'sealed', performedBy: 'Ada', seal: '4471' }, 's')],
      step({ event: 'sealed', performedBy: 'Ada', seal: '4472' }, 's2'),
      /closed with seal 4471, and nothing says that it was opened/,
    ],
    [
      'sealed with a seal that was opened',
      [
        collected,
        step({ event: 'sealed', performedBy: 'Ada', seal: '4471' }, 's'),
        step({ event: 'examined', performedBy: 'Ada', seal: '4471' }, 'x'),
      ],
      step({ event: 'sealed', performedBy: 'Ada', seal: '4471' }, 's2'),
      /a seal closes once/,
    ],
    [
      'opened under another seal',
      [collected, step({ event: 'sealed', performedBy: 'Ada', seal: '4471' }, 's')],
      step({ event: 'examined', performedBy: 'Ada', seal: '4472' }, 'x'),
      /closed with seal 4471, not with seal 4472/,
    ],
    [
      'opened without a word about its seal',
      [collected, step({ event: 'sealed', performedBy: 'Ada', seal: '4471' }, 's')],
      step({ event: 'examined', performedBy: 'Ada' }, 'x'),
      /Name the seal that was opened/,
    ],
    [
      'anything after its disposal',
      [collected, step({ event: 'disposed', performedBy: 'Ada' }, 'd')],
      transferred({ to: 'Insurer' }),
      /was disposed of, so nothing can happen to it any more/,
    ],
    [
      'handed over before it was collected',
      [],
      transferred({ to: 'Insurer' }),
      /does not say that EV-001 was collected/,
    ],
  ])('%s', (_, before, next, says) => {
    expect(say(before, next)).toMatch(says);
  });

  test('words that are not there contradict nothing', () => {
    const unreadable = transferred({ whole: false });
    const next = step({ event: 'transferred', performedBy: 'Ada', from: 'Ada', to: 'Insurer' }, 'n');
    expect(walk([collected, unreadable, next], EXHIBIT).doubts.size).toBe(0);
    const read = transferred({ to: 'Hosting security' });
    expect(walk([collected, read, next], EXHIBIT).doubts.size).toBe(1);
  });

  test('the same in a possible order is not', () => {
    const toHost = transferred({ to: 'Hosting security' });
    expect(say([collected], toHost)).toBeNull();
    const receipt = step({ event: 'acknowledged', performedBy: 'hosting  security' }, 'a');
    expect(say([collected, toHost], receipt)).toBeNull();
    const back = step({ event: 'returned', performedBy: 'Hosting security' }, 'r');
    expect(say([collected, toHost, receipt], back)).toBeNull();
    expect(walk([collected, toHost, receipt, back], EXHIBIT).state.holder).toBe('Ada');
    // Somebody else's thing goes back to its owner, who is in no hand-over.
    expect(say([collected], step({ event: 'returned', performedBy: 'Ada', to: 'Owner' }, 'r'))).toBeNull();
  });
});
