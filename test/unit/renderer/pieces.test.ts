import jsQR from 'jsqr';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { pieces } from '../../../src-renderer/format/pieces.ts';
import { QR_BYTES } from '../../../src-renderer/ui/qr-code.tsx';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

test.each([
  ['nothing', '', 1],
  ['what fits', 'Dear team', 1],
  ['exactly as much as fits', 'x'.repeat(QR_BYTES), 1],
  ['one more', 'x'.repeat(QR_BYTES + 1), 2],
  ['characters of four bytes', '🔥'.repeat(300), 3],
])('%s is taken apart without a cut character and comes together again', (_name, text, parts) => {
  const all = pieces(text, QR_BYTES);
  expect(all).toHaveLength(parts);
  expect(all.join('')).toBe(text);
  for (const piece of all) expect(bytes(piece)).toBeLessThanOrEqual(QR_BYTES);
});

test('an independent reader reads each code as it was meant', () => {
  const text = 'Security incident at Müller & Söhne.\n\n'.repeat(30);
  const read = pieces(text, QR_BYTES).map((piece) => {
    const { data, size } = encode(piece, { ecc: 'L', border: 4 });
    const scale = 4;
    const pixels = new Uint8ClampedArray((size * scale) ** 2 * 4).fill(255);
    for (let y = 0; y < size * scale; y += 1) {
      for (let x = 0; x < size * scale; x += 1) {
        const on = data[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true;
        pixels.fill(on ? 0 : 255, (y * size * scale + x) * 4, (y * size * scale + x) * 4 + 3);
      }
    }
    return new TextDecoder().decode(
      new Uint8Array(jsQR(pixels, size * scale, size * scale)?.binaryData ?? []),
    );
  });
  expect(read.length).toBeGreaterThan(1);
  expect(read.join('')).toBe(text);
});
