import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Judgement, trustIn } from '../../../src-main/domain/trust.ts';

const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`;
const confirms = (judge: string, key: string, day = 1): Judgement => ({
  key,
  judge,
  recorded: at(day),
  says: 'confirmed',
  since: null,
  confirms: true,
});
const disowns = (
  judge: string,
  key: string,
  day = 9,
  since: number | null = null,
  confirms = false,
): Judgement => ({
  key,
  judge,
  recorded: at(day),
  says: 'disowned',
  since: since === null ? null : at(since),
  confirms,
});

const all = (judgements: readonly Judgement[], ...keys: string[]): string[] => {
  const book = trustIn('F', judgements);
  return keys.map((key) => book.trustOf(key));
};

describe('trust comes from the founder', () => {
  test('by confirmations, over several people; a stranger confirms nobody', () => {
    expect(all([], 'F', 'A')).toEqual(['founder', 'unconfirmed']);
    expect(all([confirms('F', 'A'), confirms('A', 'B')], 'A', 'B')).toEqual(['confirmed', 'confirmed']);
    expect(all([confirms('X', 'Y'), confirms('Y', 'X'), confirms('X', 'X')], 'X', 'Y')).toEqual([
      'unconfirmed',
      'unconfirmed',
    ]);
    // Nor does one disown anybody.
    expect(all([disowns('X', 'F'), confirms('F', 'A'), disowns('X', 'A')], 'F', 'A')).toEqual([
      'founder',
      'confirmed',
    ]);
  });

  test('a circle of confirmations that the founder reaches is confirmed, and one that hangs in the air is not', () => {
    const circle = [confirms('A', 'B'), confirms('B', 'C'), confirms('C', 'A')];
    expect(all(circle, 'A', 'B', 'C')).toEqual(['unconfirmed', 'unconfirmed', 'unconfirmed']);
    expect(all([...circle, confirms('F', 'B')], 'A', 'B', 'C')).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
    ]);
  });

  test('what a disowned key said does not count, except what it said before that', () => {
    const chain = [confirms('F', 'A'), confirms('A', 'B', 3)];
    expect(all([...chain, disowns('F', 'A')], 'A', 'B')).toEqual(['disowned', 'unconfirmed']);
    expect(all([...chain, disowns('F', 'A', 9, 5)], 'A', 'B')).toEqual(['disowned', 'confirmed']);
    expect(all([...chain, disowns('F', 'A', 9, 2)], 'A', 'B')).toEqual(['disowned', 'unconfirmed']);
    expect(all([...chain, disowns('F', 'A'), disowns('A', 'B')], 'B')).toEqual(['unconfirmed']);
  });

  test('entries from before a key was disowned keep their trust', () => {
    const book = trustIn('F', [confirms('F', 'A'), disowns('F', 'A', 9, 5)]);
    expect([book.trustOf('A', at(4)), book.trustOf('A', at(5)), book.trustOf('A')]).toEqual([
      'confirmed',
      'disowned',
      'disowned',
    ]);
    expect(book.disownedSince('A')).toBe(at(5));
    const whole = trustIn('F', [confirms('F', 'A'), disowns('F', 'A')]);
    expect(whole.trustOf('A', at(1))).toBe('disowned');
    expect([whole.disownedSince('A'), whole.disownedSince('F')]).toEqual(['', null]);
    // The same judge confirmed it once: that holds for the time before.
    const kept = trustIn('F', [disowns('F', 'A', 9, 5, true), confirms('A', 'B', 4)]);
    expect([
      kept.trustOf('A', at(4)),
      kept.trustOf('A', at(6)),
      kept.trustOf('A'),
      kept.trustOf('B'),
    ]).toEqual(['confirmed', 'disowned', 'disowned', 'confirmed']);
    // Of two judges the one who names the earlier time counts.
    const two = trustIn('F', [confirms('F', 'B'), disowns('F', 'A', 9, 7), disowns('B', 'A', 9, 3)]);
    expect(two.disownedSince('A')).toBe(at(3));
  });

  test('the founder can be disowned too: with a time, what was confirmed before it stays', () => {
    const early = [confirms('F', 'A'), confirms('F', 'B')];
    expect(all([...early, disowns('A', 'F', 9, 5)], 'F', 'A', 'B')).toEqual([
      'disowned',
      'confirmed',
      'confirmed',
    ]);
    expect(all([...early, disowns('A', 'F')], 'F', 'A', 'B')).toEqual([
      'disowned',
      'unconfirmed',
      'unconfirmed',
    ]);
    expect(trustIn('F', [...early, disowns('A', 'F', 9, 5)]).trustOf('F', at(2))).toBe('founder');
  });

  test('two keys that disown each other are both disowned, until a third settles it', () => {
    const quarrel = [confirms('F', 'A'), disowns('A', 'F', 8, 8), disowns('F', 'A', 9, 7)];
    expect(all(quarrel, 'F', 'A')).toEqual(['disowned', 'disowned']);
    const settled = [...quarrel, confirms('F', 'C', 2), disowns('C', 'A', 10, 6)];
    expect(all(settled, 'F', 'A', 'C')).toEqual(['founder', 'disowned', 'confirmed']);
  });
});

describe('of any judgements', () => {
  const keys = ['F', 'A', 'B', 'C', 'D'];
  const judgements = fc.array(
    fc
      .record({
        key: fc.constantFrom(...keys),
        judge: fc.constantFrom(...keys),
        recorded: fc.nat(20).map(at),
        says: fc.constantFrom('confirmed' as const, 'disowned' as const),
        since: fc.option(fc.nat(20).map(at)),
        before: fc.boolean(),
      })
      .map(({ before, ...given }): Judgement => ({
        ...given,
        confirms: given.says === 'confirmed' || (before && given.since !== null),
      })),
    { maxLength: 16 },
  );
  const shown = (given: readonly Judgement[]) => {
    const book = trustIn('F', given);
    return keys.map((key) => [book.trustOf(key), book.trustOf(key, at(10)), book.disownedSince(key)]);
  };

  test('trust does not depend on their order or on being said twice', () => {
    fc.assert(
      fc.property(judgements, fc.nat(), (given, seed) => {
        const turned = given.map((_, i) => given[(i + seed) % given.length] as Judgement).toReversed();
        expect(shown([...turned, ...turned])).toEqual(shown(given));
      }),
    );
  });

  test('a confirmed key has a chain of confirmations from the founder that each counted', () => {
    fc.assert(
      fc.property(judgements, (given) => {
        const book = trustIn('F', given);
        const good = new Set(['F']);
        for (let grew = true; grew;) {
          grew = false;
          for (const { key, judge, confirms: stands, recorded } of given) {
            const since = book.disownedSince(judge);
            if (!stands || key === judge || !good.has(judge) || good.has(key)) continue;
            if (since !== null && recorded >= since) continue;
            good.add(key);
            grew = true;
          }
        }
        for (const key of keys) {
          if (book.trustOf(key) === 'disowned') continue;
          const expected = key === 'F' ? 'founder' : good.has(key) ? 'confirmed' : 'unconfirmed';
          expect(book.trustOf(key)).toBe(expected);
        }
      }),
    );
  });

  test('nobody is disowned by a stranger, and everybody by an undisputed founder', () => {
    fc.assert(
      fc.property(judgements, (given) => {
        const strangers = given.filter(({ judge }) => judge !== 'F');
        expect(shown(strangers).every(([now]) => now !== 'disowned')).toBe(true);
        const ruled = [
          ...given.filter(({ key }) => key !== 'F'),
          ...keys.filter((key) => key !== 'F').map((key) => disowns('F', key)),
        ];
        expect(shown(ruled).map(([now]) => now)).toEqual(['founder', ...Array(4).fill('disowned')]);
      }),
    );
  });
});
