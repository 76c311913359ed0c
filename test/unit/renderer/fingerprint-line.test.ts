import jsQR from 'jsqr';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { codeOfHead, wordsOfHead } from '../../../src-main/domain/fingerprint.ts';
import { fingerprintLine } from '../../../src-renderer/format/fingerprint-line.ts';

const head = 'e58294f2e9a227486e8b'.padEnd(64, '0');
const shown = { head, entries: 100_000, words: wordsOfHead(head), code: codeOfHead(head) };

test('the QR code of a fingerprint is read back as one line, which is no address', () => {
  const line = fingerprintLine('ab'.repeat(32), shown);
  expect(line).toBe(`HOLDFAST ${'ab'.repeat(32)} ${head} 100000 E582-94F2-E9A2-2748-6E8B`);
  expect(line).not.toMatch(/:/);
  const { data, size } = encode(line, { ecc: 'L', border: 4 });
  const scale = 4;
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (!dark) return;
      for (let dy = 0; dy < scale; dy += 1) {
        const at = ((y * scale + dy) * side + x * scale) * 4;
        for (let i = 0; i < 4 * scale; i += 1) if (i % 4 !== 3) pixels[at + i] = 0;
      }
    }),
  );
  expect(jsQR(pixels, side, side)?.data).toBe(line);
});
