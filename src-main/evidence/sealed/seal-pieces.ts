import { closeSync, fdatasync, fsyncSync, ftruncateSync, openSync, writevSync } from 'node:fs';
import { promisify } from 'node:util';
import { asFileError } from '../../domain/file-error.ts';
import { LIMITS } from '../../domain/limits.ts';
import { type Digester, digester, portableDigester } from '../digester.ts';
import { type Codec, packPiece } from '../pack.ts';
import { type Ring, takePieces } from '../ring.ts';
import { newHead } from './age-header.ts';
import { chunkCipher } from './chunk-cipher.ts';
import { Sealer } from './payload.ts';

/** Where packing and sealing stand behind a piece: all that another process needs to go on. */
export interface SealPlace {
  readonly identity: string;
  readonly payloadKey: Uint8Array;
  readonly counter: number;
  readonly waiting: Uint8Array;
  /** Original bytes that are packed and sealed. */
  readonly offset: number;
  /** Bytes of the half file that are durable. */
  readonly written: number;
  readonly packed: number;
  /** Of the sealed bytes so far. */
  readonly sha256: Uint8Array;
}

export interface SealWish {
  readonly ring: Ring;
  readonly taker: number;
  readonly codec: Codec;
  /** Where to write; made when the packed bytes grow too large for the case file. */
  readonly part: string;
  /** Tell places where marks stand. */
  readonly portable: boolean;
  readonly from: SealPlace | null;
}

/** What became of the bytes: small enough for the case file, or in the half file `part`, durable, without its name. */
export type Sealed =
  | { readonly kind: 'small'; readonly codec: Codec; readonly bytes: Uint8Array }
  | {
      readonly kind: 'sealed';
      readonly codec: Codec;
      /** Packed bytes. */
      readonly packed: number;
      /** Of the sealed file. */
      readonly sha256: string;
      readonly identity: string;
    };

/** Written bytes are made durable after so many, while work goes on: at the end little is left to wait for. */
const SYNC_EVERY = 64 * 1024 * 1024;

/**
 * Packs the pieces of a ring, and seals them where they are too many for the case file.
 * @throws CaseError `disk-full`, `io-error` … naming the half file; `cancelled` where the ring broke
 */
export async function sealPieces(wish: SealWish, tell: (place: SealPlace) => void): Promise<Sealed> {
  let file = wish.from === null ? null : await SealedFile.goOn(wish.part, wish.from, wish.portable);
  let small: Uint8Array[] = [];
  let packed = wish.from?.packed ?? 0;
  let offset = wish.from?.offset ?? 0;
  try {
    for (const { bytes, mark } of takePieces(wish.ring, wish.taker)) {
      const piece = packPiece(wish.codec, bytes);
      packed += piece.length;
      offset += bytes.length;
      if (file === null) {
        // What is packed raw is the ring's own memory.
        small.push(wish.codec === 'raw' ? Uint8Array.from(piece) : piece);
        if (packed <= LIMITS.storedInCase) continue;
        file = await SealedFile.begin(wish.part, wish.portable);
        for (const early of small) file.add(early);
        small = [];
      } else {
        file.add(piece);
      }
      await file.keepUp();
      if (mark && wish.portable) tell(await file.place(offset, packed));
    }
    if (file === null) return { kind: 'small', codec: wish.codec, bytes: Buffer.concat(small) };
    return { kind: 'sealed', codec: wish.codec, packed, ...(await file.finish()) };
  } finally {
    await file?.close();
  }
}

/**
 * Seals what is packed already, such as a picture from the clipboard.
 * @param part where to write; it must not exist
 * @throws CaseError `disk-full`, `io-error` … naming the half file
 */
export async function sealPacked(
  part: string,
  { codec, bytes }: { readonly codec: Codec; readonly bytes: Uint8Array },
): Promise<Extract<Sealed, { kind: 'sealed' }>> {
  const file = await SealedFile.begin(part, false);
  try {
    file.add(bytes);
    return { kind: 'sealed', codec, packed: bytes.length, ...(await file.finish()) };
  } finally {
    await file.close();
  }
}

class SealedFile {
  readonly #path: string;
  readonly #file: number;
  readonly #identity: string;
  readonly #payloadKey: Uint8Array;
  readonly #sealer: Sealer;
  readonly #hash: Digester & { save?(): Uint8Array };
  #written: number;
  #durable: number;
  #syncing: Promise<void> = Promise.resolve();

  private constructor(
    path: string,
    file: number,
    key: { identity: string; payloadKey: Uint8Array },
    sealer: Sealer,
    hash: Digester,
    written: number,
  ) {
    this.#path = path;
    this.#file = file;
    this.#identity = key.identity;
    this.#payloadKey = key.payloadKey;
    this.#sealer = sealer;
    this.#hash = hash;
    this.#written = written;
    this.#durable = written;
  }

  static async begin(path: string, portable: boolean): Promise<SealedFile> {
    const head = await newHead();
    const cipher = await chunkCipher(head.payloadKey);
    const hash = portable ? await portableDigester('sha256') : digester('sha256');
    const file = guarded(path, () => openSync(path, 'wx', 0o600));
    const made = new SealedFile(path, file, head, new Sealer(cipher), hash, 0);
    made.#write([head.bytes]);
    return made;
  }

  static async goOn(path: string, from: SealPlace, portable: boolean): Promise<SealedFile> {
    const cipher = await chunkCipher(from.payloadKey);
    const hash = portable ? await portableDigester('sha256', from.sha256) : digester('sha256');
    const file = guarded(path, () => openSync(path, 'r+'));
    try {
      guarded(path, () => ftruncateSync(file, from.written));
    } catch (error) {
      closeSync(file);
      throw error;
    }
    return new SealedFile(path, file, from, new Sealer(cipher, from), hash, from.written);
  }

  add(packed: Uint8Array): void {
    this.#write(this.#sealer.push(packed));
  }

  /** Starts to make durable what was written lately; waits where that falls behind. */
  async keepUp(): Promise<void> {
    if (this.#written - this.#durable < SYNC_EVERY) return;
    await this.#syncing;
    this.#durable = this.#written;
    this.#syncing = this.#sync();
    // Heard by whoever waits next; until then it must not count as nobody's.
    this.#syncing.catch(() => {});
  }

  async place(offset: number, packed: number): Promise<SealPlace> {
    await this.#syncing;
    await this.#sync();
    this.#durable = this.#written;
    const { counter, waiting } = this.#sealer.place;
    return {
      identity: this.#identity,
      payloadKey: this.#payloadKey,
      counter,
      waiting,
      offset,
      written: this.#written,
      packed,
      sha256: this.#hash.save?.() ?? new Uint8Array(0),
    };
  }

  async finish(): Promise<{ readonly sha256: string; readonly identity: string }> {
    this.#write([this.#sealer.end()]);
    // The system tells a failed write once only: where that sync heard of it, the next one would not.
    await this.#syncing;
    guarded(this.#path, () => fsyncSync(this.#file));
    return { sha256: this.#hash.digest(), identity: this.#identity };
  }

  async close(): Promise<void> {
    // A sync that still runs would work on a closed file.
    await this.#syncing.catch(() => {});
    closeSync(this.#file);
  }

  async #sync(): Promise<void> {
    try {
      await promisify(fdatasync)(this.#file);
    } catch (error) {
      throw asFileError(error, this.#path);
    }
  }

  #write(parts: readonly Uint8Array[]): void {
    for (const part of parts) this.#hash.update(part);
    guarded(this.#path, () => {
      for (let left = parts; left.length > 0;) {
        const taken = writevSync(this.#file, left, this.#written);
        this.#written += taken;
        left = behind(left, taken);
      }
    });
  }
}

/** What is left of some parts: a disk that is nearly full takes a few bytes and refuses the rest the next time. */
function behind(parts: readonly Uint8Array[], taken: number): Uint8Array[] {
  let skip = taken;
  return parts.flatMap((part) => {
    const rest = part.subarray(Math.min(skip, part.length));
    skip -= part.length - rest.length;
    return rest.length === 0 ? [] : [rest];
  });
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asFileError(error, path);
  }
}
