import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Json, canonicalJson, jsonFault, parseCanonical } from '../../../src-main/domain/canonical.ts';

describe('values of a record', () => {
  test('have one spelling, whatever the order of their keys', () => {
    expect(canonicalJson({ b: 1, a: ['ü', null, true] })).toBe('{"a":["ü",null,true],"b":1}');
  });

  test('are read back from that spelling and from no other', () => {
    const keys = fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/);
    const { value } = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constant(null),
        fc.boolean(),
        fc.maxSafeInteger().filter((n) => !Object.is(n, -0)),
        fc.string({ unit: 'grapheme' }),
        fc.array(tie('value')),
        fc.dictionary(keys, tie('value')).map((object) => ({ ...object })),
      ),
    }));
    fc.assert(
      fc.property(value, (json) => {
        const text = canonicalJson(json);
        expect(parseCanonical(text)).toEqual(json);
        expect(parseCanonical(` ${text}`)).toBeUndefined();
      }),
    );
  });

  test.each([
    ['a fraction', 1.5],
    ['a number beyond 2^53 - 1', 2 ** 53],
    ['minus zero', -0],
    ['half of a character', '\uD800'],
    ['a key with capitals', { A: 1 }],
    ['a key named __proto__', JSON.parse('{"__proto__":1}') as unknown],
    ['undefined', { a: undefined }],
  ])('are refused: %s', (_, value) => {
    expect(jsonFault(value)).not.toBeNull();
  });

  test('deeper than 64 levels are refused without exhausting the stack', () => {
    expect(parseCanonical('['.repeat(100_000) + ']'.repeat(100_000))).toBeUndefined();
  });

  test('with a key twice are refused', () => {
    expect(parseCanonical('{"a":1,"a":1}')).toBeUndefined();
  });
});
