import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EntryId } from '../../../src-main/domain/brands.ts';
import { type Ordered, totalOrder } from '../../../src-main/domain/order.ts';

const id = (n: number): EntryId => n.toString(16).padStart(64, '0') as EntryId;

/** Random histories: each entry follows one to three earlier ones; clocks disagree. */
const histories = fc
  .array(
    fc.record({
      back: fc.array(fc.nat(4), { minLength: 1, maxLength: 3 }),
      time: fc.nat(9),
      name: fc.nat(1e6),
    }),
    { maxLength: 40 },
  )
  .map((steps) => {
    const ids = steps.map((step, i) => id(step.name * 100 + i));
    return steps.map((step, i): Ordered => ({
      id: ids[i] as EntryId,
      parents:
        i === 0 ? [] : [...new Set(step.back.map((back) => ids[Math.max(0, i - 1 - back)] as EntryId))],
      recorded: String(step.time),
    }));
  });

describe('the one order of a record', () => {
  test('puts every entry after those it follows', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const place = new Map(totalOrder(history).map((entry, i) => [entry.id, i]));
        for (const entry of history) {
          for (const parent of entry.parents) {
            expect(place.get(parent)).toBeLessThan(place.get(entry.id) ?? -1);
          }
        }
        expect(place.size).toBe(history.length);
      }),
    );
  });

  test('does not depend on how the entries came together', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, seed) => {
        const shuffled =
          fc.sample(fc.shuffledSubarray(history, { minLength: history.length }), { numRuns: 1, seed })[0] ??
          [];
        expect(totalOrder(shuffled)).toEqual(totalOrder(history));
      }),
    );
  });

  test('breaks a tie by the recorded time, then by the hash', () => {
    const root = { id: id(1), parents: [], recorded: '0' };
    const late = { id: id(2), parents: [root.id], recorded: '2' };
    const early = { id: id(9), parents: [root.id], recorded: '1' };
    const same = { id: id(3), parents: [root.id], recorded: '1' };
    expect(totalOrder([late, early, same, root])).toEqual([root, same, early, late]);
  });

  test('leaves out what hangs on nothing', () => {
    const orphan = { id: id(5), parents: [id(4)], recorded: '0' };
    expect(totalOrder([orphan])).toEqual([]);
  });
});
