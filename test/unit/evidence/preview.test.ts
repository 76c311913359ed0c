import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { pack } from '../../../src-main/evidence/pack.ts';
import { pictureSize } from '../../../src-main/evidence/preview/picture-size.ts';
import { previewOf } from '../../../src-main/evidence/preview/preview-of.ts';

const look = async (bytes: Uint8Array, sha256 = createHash('sha256').update(bytes).digest('hex')) =>
  previewOf({ kind: 'blob', ...pack(bytes) }, bytes.length, sha256, () => {});

/** The head of a PNG that says how large it is; its pixels are not there. */
function png(width: number, height: number): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([head, size, Buffer.from('0806000000', 'hex'), Buffer.alloc(40)]);
}

describe('a look at bytes', () => {
  test('draws a picture whose hash is right', async () => {
    expect(await look(png(640, 480))).toMatchObject({
      kind: 'picture',
      type: 'png',
      width: 640,
      height: 480,
    });
  });

  test('draws none whose hash is another, whose pixels are too many, or that is too large', async () => {
    expect(await look(png(640, 480), 'ab'.repeat(32))).toMatchObject({ kind: 'refused' });
    for (const [width, height] of [
      [60_000, 60_000],
      [4_294_967_295, 4_294_967_295],
      [20_000, 1],
    ] as const) {
      const bomb = await look(png(width, height));
      expect(bomb.kind).toBe('refused');
      expect(bomb).toHaveProperty('reason', expect.stringContaining(`${width} × ${height}`));
    }
    const large = Buffer.concat([png(10, 10), Buffer.alloc(9 * 1024 * 1024)]);
    expect(await look(large)).toMatchObject({ kind: 'refused' });
    // Control: the same head, small.
    expect(await look(png(10, 10))).toMatchObject({ kind: 'picture' });
  });

  test('shows a picture without a size as bytes', async () => {
    expect(await look(png(0, 0))).toMatchObject({ kind: 'hex' });
    expect(await look(Buffer.from([0xff, 0xd8, 0xff, 0xd9]))).toMatchObject({ kind: 'hex' });
  });

  test('shows drawings and pages as the text that they are', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    expect(await look(Buffer.from(svg))).toMatchObject({ kind: 'text', text: svg, encoding: 'utf-8' });
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Grüße', 'utf16le')]);
    expect(await look(utf16)).toMatchObject({ kind: 'text', text: 'Grüße', encoding: 'utf-16le' });
  });

  test('shows the beginning of a long text, also where a character is cut in two', async () => {
    const long = Buffer.from(`a${'ü'.repeat(100_000)}`);
    const shown = await look(long);
    expect(shown).toMatchObject({ kind: 'text', shown: 65_536 });
    if (shown.kind === 'text') expect(shown.text).toMatch(/^aü+$/);
  });

  test('shows anything else as bytes, and stops early in what unpacks to very many', async () => {
    const nothing = Buffer.alloc(64 * 1024 * 1024);
    const started = performance.now();
    const shown = await look(nothing);
    expect(shown).toMatchObject({ kind: 'hex', shown: 4096 });
    expect(shown).toHaveProperty(
      'text',
      expect.stringContaining(`00000000  ${'00 '.repeat(16)} ................`),
    );
    expect(performance.now() - started).toBeLessThan(5000);
    expect(await look(Buffer.from([0xc3, 0x28, 0x41]))).toMatchObject({ kind: 'hex' });
    expect(await look(new Uint8Array())).toMatchObject({ kind: 'text', text: '' });
  });
});

test('the size of a picture is read in every format, and not invented where the head is cut off', () => {
  const gif = Buffer.from('4749463839610a000500', 'hex');
  expect(pictureSize('gif', gif)).toEqual({ width: 10, height: 5 });
  const jpeg = Buffer.from('ffd8ffe000040000ffc0001108000500 0a03'.replace(' ', ''), 'hex');
  expect(pictureSize('jpg', jpeg)).toEqual({ width: 10, height: 5 });
  const webp = Buffer.concat([
    Buffer.from('RIFF0000WEBPVP8X'),
    Buffer.from('0a00000000000000090000040000', 'hex'),
  ]);
  expect(pictureSize('webp', webp)).toEqual({ width: 10, height: 5 });
  for (const [ending, bytes] of [
    ['gif', gif],
    ['jpg', jpeg],
    ['webp', webp],
  ] as const) {
    expect(pictureSize(ending, bytes.subarray(0, 7))).toBeNull();
  }
});
