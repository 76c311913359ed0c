import { once } from 'node:events';
import * as zlib from 'node:zlib';
import { decompress as unzstd } from 'fzstd';
import { PIECE, hasZstd } from './pack.ts';
import { frameLength } from './zstd-frames.ts';

/** Gives original bytes to somebody; they are used up when it returns. */
export type Take = (bytes: Uint8Array) => void;

/** Unpacks bytes that come in any portions, with little memory however large the whole is. */
export interface Unpacker {
  /** @throws Error where they cannot be unpacked */
  push(bytes: Uint8Array): Promise<void>;
  /** @throws Error where something is missing at the end */
  end(): Promise<void>;
}

/**
 * @param codec `zstd`, `gzip` or `raw`; it stands in a file that may be hostile
 * @param native whether node:zlib reads zstd here
 * @throws RangeError for another codec
 */
export function unpacker(codec: string, take: Take, native = hasZstd): Unpacker {
  switch (codec) {
    case 'raw':
      return {
        push: (bytes) => Promise.resolve(take(bytes)),
        end: () => Promise.resolve(),
      };
    case 'gzip':
      return new Gunzip(take);
    case 'zstd':
      return new Unzstd(take, native);
    default:
      throw new RangeError(`codec ${codec}`);
  }
}

/** Frame by frame: each holds at most one piece, so a packed bomb stops there. */
class Unzstd implements Unpacker {
  readonly #take: Take;
  readonly #native: boolean;
  #waiting: Buffer[] = [];
  #size = 0;
  /** No use to look again before there are so many bytes. */
  #lookAt = 0;

  constructor(take: Take, native: boolean) {
    this.#take = take;
    this.#native = native;
  }

  async push(bytes: Uint8Array): Promise<void> {
    this.#waiting.push(Buffer.from(bytes));
    this.#size += bytes.length;
    if (this.#size >= this.#lookAt) this.#look();
  }

  end(): Promise<void> {
    this.#look();
    if (this.#size > 0) throw new RangeError('the last zstd frame is cut off');
    return Promise.resolve();
  }

  /** Unpacks the frames that are complete. */
  #look(): void {
    const all = Buffer.concat(this.#waiting);
    let at = 0;
    for (;;) {
      const length = all.length === at ? null : frameLength(all, at, PIECE);
      if (length === null) break;
      this.#take(unframe(all.subarray(at, at + length), this.#native));
      at += length;
    }
    const rest = all.subarray(at);
    if (rest.length > MOST_PACKED) throw new RangeError('a zstd frame is larger than a piece');
    this.#waiting = rest.length === 0 ? [] : [rest];
    this.#size = rest.length;
    this.#lookAt = rest.length + Math.max(CHUNK_HINT, rest.length);
  }
}

/** A piece that does not shrink at all, with its headers. */
const MOST_PACKED = PIECE + 64 * 1024;
const CHUNK_HINT = 64 * 1024;

function unframe(frame: Uint8Array, native: boolean): Uint8Array {
  if (native) return zlib.zstdDecompressSync(frame, { maxOutputLength: PIECE });
  return unzstd(frame);
}

/** Members of gzip do not say how long they are: Node's stream finds their ends. */
class Gunzip implements Unpacker {
  readonly #stream: zlib.Gunzip;
  readonly #ended: Promise<unknown>;
  #empty = true;

  constructor(take: Take) {
    this.#stream = zlib.createGunzip({ chunkSize: 1024 * 1024 });
    this.#stream.on('data', (bytes: Uint8Array) => {
      try {
        take(bytes);
      } catch (error) {
        // Thrown in a listener it would end the thread.
        this.#stream.destroy(error instanceof Error ? error : new Error(String(error)));
      }
    });
    this.#ended = once(this.#stream, 'end');
    // Heard by `push` and `end`; between them nobody waits for it.
    this.#ended.catch(() => {});
  }

  async push(bytes: Uint8Array): Promise<void> {
    this.#empty &&= bytes.length === 0;
    if (this.#stream.destroyed) await this.#ended;
    // The stream keeps what it has not used yet, and the caller's buffer is used again.
    if (!this.#stream.write(Buffer.from(bytes))) {
      await Promise.race([once(this.#stream, 'drain'), this.#ended]);
    }
  }

  async end(): Promise<void> {
    if (this.#empty) throw new RangeError('there is no gzip member');
    this.#stream.end();
    await this.#ended;
  }
}
