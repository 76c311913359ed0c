import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHex, hex } from '../../../src-main/domain/bytes.ts';

test('bytes are read back from their hex text, as Node reads it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(fromHex(hex(bytes))).toEqual(bytes);
      expect(hex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
    }),
  );
});

test.each(['0', 'AB', '0g', ' 0', '0:', '`0', 'ﬀ'])('%j is no hex text', (text) => {
  expect(() => fromHex(text)).toThrow(RangeError);
});
