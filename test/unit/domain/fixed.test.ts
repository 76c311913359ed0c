import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src-main/casework/node-crypto.ts';
import { fingerprintOf } from '../../../src-main/domain/fingerprint.ts';
import { type Linked, fingerprintsIn } from '../../../src-main/domain/fixed.ts';

const id = (n: number): string => (n + 1).toString(16).padStart(4, '0').padEnd(64, '5');

/** Random histories of copies that merge: each entry follows all or one of the tips. */
const histories = fc.array(fc.record({ all: fc.boolean(), which: fc.nat(9), from: fc.nat(99) }), {
  minLength: 1,
  maxLength: 30,
});

const tipsOf = (entries: readonly Linked[]): string[] => {
  const followed = new Set(entries.flatMap(({ parents }) => parents));
  return entries
    .map((entry) => entry.id)
    .filter((one) => !followed.has(one))
    .toSorted();
};

function grown(steps: typeof histories extends fc.Arbitrary<infer Steps> ? Steps : never): Linked[] {
  const entries: Linked[] = [{ id: id(0), parents: [] }];
  for (const [at, { all, which, from }] of steps.entries()) {
    const tips = tipsOf(entries);
    const older = entries[from % entries.length]?.id ?? '';
    const parents = all ? tips : which < 3 ? [older] : [tips[which % tips.length] ?? older];
    entries.push({ id: id(at + 1), parents });
  }
  return entries;
}

/** Entries that lead to these, themselves included: written as a recursion, unlike the rule. */
function ancestors(entries: readonly Linked[], heads: readonly string[]): Set<string> {
  return new Set(
    heads.flatMap((head) => [
      head,
      ...ancestors(entries, entries.find((entry) => entry.id === head)?.parents ?? []),
    ]),
  );
}

describe('a fingerprint fixes the entries that it names and all their ancestors', () => {
  test('as it was read out at any moment, once its ends were joined', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const entries = grown(steps.slice(0, 12));
        const tips = tipsOf(entries);
        const head = fingerprintOf(sha256, tips);
        const joined = [...entries, { id: id(500), parents: tips }, { id: id(501), parents: [id(500)] }];
        for (const record of [entries, joined, joined.toReversed()]) {
          for (const digits of [head, head.slice(0, 20)]) {
            const found = fingerprintsIn(sha256, record).find(digits);
            expect(found?.places.map((at) => record[at]?.id).toSorted()).toEqual(
              [...ancestors(entries, tips)].toSorted(),
            );
          }
        }
        const [any] = entries;
        expect(fingerprintsIn(sha256, entries).find(any?.id ?? '')?.places).toEqual([0]);
      }),
    );
  });

  test('and none where an entry that it stands on is gone, or where it was never read out', () => {
    const entries = grown(Array.from({ length: 9 }, () => ({ all: true, which: 0, from: 0 })));
    const holed = entries.toSpliced(4, 1);
    expect(fingerprintsIn(sha256, holed).find(id(3))?.places).toHaveLength(4);
    expect(fingerprintsIn(sha256, holed).find(id(4))).toBeNull();
    expect(fingerprintsIn(sha256, holed).find(id(9))).toBeNull();
    expect(fingerprintsIn(sha256, entries).find('ab'.repeat(10))).toBeNull();
  });

  test('quickly, whatever the size of the record', () => {
    const entries = Array.from({ length: 100_000 }, (_, n): Linked => {
      const hash = n.toString(16).padStart(64, '0');
      return { id: hash, parents: n === 0 ? [] : [(n - 1).toString(16).padStart(64, '0')] };
    });
    expect(fingerprintsIn(sha256, entries).find(entries.at(-1)?.id ?? '')?.places).toHaveLength(100_000);
  });
});
