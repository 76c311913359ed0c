import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { decompress as unzstd } from 'fzstd';
import { describe, expect, test } from 'vitest';
import { type Codec, PIECE, codecFor, pack, packPiece } from '../../../src-main/evidence/pack.ts';
import { unpacker } from '../../../src-main/evidence/unpack.ts';
import { frameLength } from '../../../src-main/evidence/zstd-frames.ts';

const text = Buffer.from('GET /uploads/img_7731.cfm 200\n'.repeat(400_000)).subarray(0, 2 * PIECE + 1234);
const hasZstdTool = spawnSync('zstd', ['--version']).status === 0;

function packed(codec: Codec, bytes: Buffer): Buffer {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(packPiece(codec, bytes.subarray(at, at + PIECE)));
  }
  return Buffer.concat(pieces);
}

async function unpacked(
  codec: string,
  bytes: Uint8Array,
  portion: number,
  native?: boolean,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  const unpack = unpacker(codec, (piece) => void parts.push(Buffer.from(piece)), native);
  for (let at = 0; at < bytes.length; at += portion) await unpack.push(bytes.subarray(at, at + portion));
  await unpack.end();
  return Buffer.concat(parts);
}

const ways = [
  ['zstd', true],
  ['zstd', false],
  ['gzip', true],
  ['raw', true],
] as const satisfies readonly (readonly [Codec, boolean])[];

describe.each(ways)('%s, read by node:zlib: %s', (codec, native) => {
  test.each([1, 3000, 65_536, 10 ** 8])('in portions of %i bytes it comes back', async (portion) => {
    const small = portion === 1 ? text.subarray(0, 5000) : text;
    expect((await unpacked(codec, packed(codec, small), portion, native)).equals(small)).toBe(true);
  });

  test.skipIf(codec === 'raw')('cut off, changed or empty, it is refused', async () => {
    const good = packed(codec, text);
    const changed = Buffer.from(good);
    changed.fill(0, 0, 20);
    for (const bad of [good.subarray(0, -1), good.subarray(0, 10), changed]) {
      await expect(unpacked(codec, bad, 65_536, native)).rejects.toThrow(/\S/);
    }
  });
});

test('stock tools and libraries read pieces one behind the other as one', () => {
  const zstd = packed('zstd', text);
  expect(zstdDecompressSync(zstd).equals(text)).toBe(true);
  expect(Buffer.from(unzstd(zstd)).equals(text)).toBe(true);
  expect(gunzipSync(packed('gzip', text)).equals(text)).toBe(true);
});

test.skipIf(!hasZstdTool)(
  'zstd and gunzip of Debian read them, and what zstd made is read here',
  async () => {
    const options = { maxBuffer: 64 * 1024 * 1024 };
    expect(execFileSync('zstd', ['-dc'], { input: packed('zstd', text), ...options }).equals(text)).toBe(
      true,
    );
    expect(execFileSync('gunzip', ['-c'], { input: packed('gzip', text), ...options }).equals(text)).toBe(
      true,
    );
    const theirs = execFileSync('zstd', ['-1', '-c'], { input: text.subarray(0, PIECE), ...options });
    expect((await unpacked('zstd', theirs, 5000)).equals(text.subarray(0, PIECE))).toBe(true);
  },
);

test('a frame that holds more than a piece is refused before there is room for it', async () => {
  const bomb = zstdCompressSync(Buffer.alloc(PIECE + 1));
  expect(() => frameLength(bomb, 0, PIECE)).toThrow(/more than a piece/);
  for (const native of [true, false]) {
    await expect(unpacked('zstd', bomb, 100, native)).rejects.toThrow('more than a piece');
  }
  expect(frameLength(zstdCompressSync(Buffer.alloc(PIECE)), 0, PIECE)).toBeGreaterThan(0);
});

test('a frame that does not say how much it holds, and holds very much, is refused, too', async () => {
  // Window of 128 KiB, then blocks that repeat one byte 128 KiB times.
  const head = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38];
  const frame = (blocks: number): Buffer =>
    Buffer.from([
      ...head,
      ...Array.from({ length: blocks }, (_, i) => [i === blocks - 1 ? 3 : 2, 0, 0x10, 0x41]).flat(),
    ]);
  expect((await unpacked('zstd', frame(4), 1000)).equals(Buffer.alloc(4 * 128 * 1024, 0x41))).toBe(true);
  await expect(unpacked('zstd', frame(100_000), 1000, false)).rejects.toThrow('more than a piece');
});

test('an error in the one who takes the bytes reaches the one who gives them', async () => {
  const unpack = unpacker('gzip', () => {
    throw new Error('enough');
  });
  await expect(
    (async () => {
      await unpack.push(gzipSync(text));
      await unpack.end();
    })(),
  ).rejects.toThrow('enough');
});

test('random bytes stay as they are, text does not, and a sparse disk behind random bytes neither', () => {
  expect(codecFor([randomBytes(65_536), randomBytes(65_536)])).toBe('raw');
  expect(codecFor([text.subarray(0, 65_536)])).not.toBe('raw');
  expect(codecFor([randomBytes(65_536), Buffer.alloc(65_536), Buffer.alloc(65_536)])).not.toBe('raw');
  expect(pack(Buffer.alloc(0))).toMatchObject({ codec: 'raw' });
  expect(pack(randomBytes(1000))).toMatchObject({ codec: 'raw' });
});

test('an unknown codec is refused', () => {
  expect(() => unpacker('lzma', () => {})).toThrow(RangeError);
});
