import { Buffer } from 'node:buffer';
import * as zlib from 'node:zlib';
import { Decompress } from 'fzstd';
import { ByteQueue, type Pieces } from './byte-queue.ts';
import { type BrokenOff, pull, reasonOf } from './pull.ts';

/** Unpacked bytes; at the end, what was wrong. */
export type Unpacked = AsyncGenerator<Buffer, BrokenOff | null>;

const CHUNK = 64 * 1024;
/** Where the runtime has no zstd, this many packed bytes at a time: each 4 of them may become 128 KiB. */
const FEED = 512;
const TRAILING: BrokenOff = { kind: 'broken-record', detail: 'bytes behind the end' };

/** Of a member of a zip archive. */
export const inflated = (packed: Pieces): Unpacked =>
  pull(zlib.createInflateRaw({ chunkSize: CHUNK }), new ByteQueue(packed));

/**
 * Several gzip members, one behind the other, are one file (RFC 1952). Taken apart here and not by node:zlib, which
 * loses the last bytes of a member whose checksum is wrong.
 */
export async function* gunzipped(packed: Pieces): Unpacked {
  const queue = new ByteQueue(packed);
  let wrong: BrokenOff | null = null;
  for (;;) {
    const head = await queue.look(3);
    if (head.length === 0) return wrong;
    if (head[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8) return wrong ?? (await behind(queue));
    await skipGzipHead(queue);
    let [sum, size] = [0, 0];
    const member = pull(zlib.createInflateRaw({ chunkSize: CHUNK }), queue);
    for (;;) {
      const next = await member.next();
      if (next.done === true) {
        if (next.value !== null) return next.value;
        break;
      }
      sum = zlib.crc32(next.value, sum);
      size += next.value.length;
      yield next.value;
    }
    const tail = await queue.take(8);
    if (tail.length < 8) return { kind: 'truncated', detail: 'no checksum' };
    if (tail.readUInt32LE(0) !== sum || tail.readUInt32LE(4) !== size % 2 ** 32) {
      wrong ??= { kind: 'checksum', detail: 'crc32' };
    }
  }
}

async function skipGzipHead(queue: ByteQueue): Promise<void> {
  const head = await queue.take(10);
  const flags = head[3] ?? 0;
  if ((flags & 4) !== 0) {
    const length = await queue.take(2);
    await queue.take(length.length < 2 ? 0 : length.readUInt16LE());
  }
  if ((flags & 8) !== 0) await queue.skipText();
  if ((flags & 16) !== 0) await queue.skipText();
  if ((flags & 2) !== 0) await queue.take(2);
}

/** What stands behind the last member: zero bytes are normal on a tape. */
async function behind(queue: ByteQueue): Promise<BrokenOff | null> {
  for (;;) {
    const bytes = await queue.next();
    if (bytes === null) return null;
    if (bytes.some((byte) => byte !== 0)) return TRAILING;
  }
}

/**
 * Several zstd frames, one behind the other, are one file (RFC 8878).
 * @param native whether node:zlib reads zstd here (Electron 33 does not)
 */
export const unzstd = (packed: Pieces, native = typeof zlib.createZstdDecompress === 'function'): Unpacked =>
  native ? zstdFrames(packed) : zstdHere(packed);

async function* zstdFrames(packed: Pieces): Unpacked {
  const queue = new ByteQueue(packed);
  for (;;) {
    const head = await queue.look(4);
    if (head.length === 0) return null;
    const magic = head.length < 4 ? 0 : head.readUInt32LE();
    if (magic !== 0xfd2fb528 && magic >>> 4 !== 0x184d2a5) return behind(queue);
    const brokenOff = yield* pull(zlib.createZstdDecompress({ chunkSize: CHUNK }), queue);
    if (brokenOff !== null) return brokenOff;
  }
}

async function* zstdHere(packed: Pieces): Unpacked {
  let ready: Buffer[] = [];
  const decoder = new Decompress((bytes) => void ready.push(Buffer.from(bytes)));
  const push = (bytes: Uint8Array, isLast: boolean): BrokenOff | null => {
    try {
      decoder.push(bytes, isLast);
      return null;
    } catch (error) {
      return reasonOf(error instanceof Error ? error : new Error(String(error)));
    }
  };
  for await (const piece of packed) {
    for (let at = 0; at < piece.length; at += FEED) {
      const failed = push(Uint8Array.from(piece.subarray(at, at + FEED)), false);
      yield* ready;
      ready = [];
      if (failed !== null) return failed;
    }
  }
  const failed = push(new Uint8Array(0), true);
  yield* ready;
  return failed;
}
