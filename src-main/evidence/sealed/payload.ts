import { type ChunkCipher, TAG } from './chunk-cipher.ts';

/** Plain bytes in each chunk of an age payload but the last. */
export const CHUNK = 64 * 1024;

/**
 * The payload of an age v1 file: chunks of 64 KiB, each sealed under a counter (11 bytes, big-endian) and a byte that
 * is 1 for the last chunk only, so that chunks cannot be exchanged and the end cannot be cut off (the STREAM
 * construction; age-encryption.org/v1, "Payload").
 */
const nonceOf = (counter: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(counter, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
};

/** Where sealing stands: all that is needed to go on in another process. */
export interface SealPlace {
  /** Chunks sealed. */
  readonly counter: number;
  /** Plain bytes that wait for their chunk; at most 64 KiB. */
  readonly waiting: Uint8Array;
}

export class Sealer {
  readonly #cipher: ChunkCipher;
  readonly #waiting = Buffer.alloc(CHUNK);
  #filled = 0;
  #counter = 0;

  constructor(cipher: ChunkCipher, place?: SealPlace) {
    this.#cipher = cipher;
    if (place === undefined) return;
    this.#counter = place.counter;
    this.#waiting.set(place.waiting);
    this.#filled = place.waiting.length;
  }

  /** The sealed chunks that are complete with these bytes. */
  push(bytes: Uint8Array): Uint8Array[] {
    const done: Uint8Array[] = [];
    let rest = bytes;
    while (rest.length > 0) {
      // A full chunk leaves only when more follows: it may be the last.
      if (this.#filled === CHUNK) {
        done.push(this.#seal(this.#waiting, false));
        this.#filled = 0;
      }
      if (this.#filled === 0 && rest.length > CHUNK) {
        done.push(this.#seal(rest.subarray(0, CHUNK), false));
        rest = rest.subarray(CHUNK);
        continue;
      }
      const taken = Math.min(CHUNK - this.#filled, rest.length);
      this.#waiting.set(rest.subarray(0, taken), this.#filled);
      this.#filled += taken;
      rest = rest.subarray(taken);
    }
    return done;
  }

  /** The last chunk. */
  end(): Uint8Array {
    return this.#seal(this.#waiting.subarray(0, this.#filled), true);
  }

  get place(): SealPlace {
    return { counter: this.#counter, waiting: Uint8Array.from(this.#waiting.subarray(0, this.#filled)) };
  }

  #seal(plain: Uint8Array, last: boolean): Uint8Array {
    const sealed = this.#cipher.seal(plain, nonceOf(this.#counter, last));
    this.#counter += 1;
    return sealed;
  }
}

/** A chunk that is not as it was sealed: changed, exchanged, cut off or continued. */
export class PayloadFault extends Error {
  /** Number of the chunk, from 0. */
  readonly chunk: number;

  constructor(chunk: number) {
    super(`chunk ${chunk} is not as it was sealed`);
    this.chunk = chunk;
  }
}

export class Opener {
  readonly #cipher: ChunkCipher;
  readonly #waiting = Buffer.alloc(CHUNK + TAG);
  #filled = 0;
  #counter = 0;

  constructor(cipher: ChunkCipher) {
    this.#cipher = cipher;
  }

  /** Plain bytes of the chunks that are complete with these. @throws PayloadFault */
  push(bytes: Uint8Array): Uint8Array[] {
    const done: Uint8Array[] = [];
    let rest = bytes;
    while (rest.length > 0) {
      if (this.#filled === this.#waiting.length) {
        done.push(this.#open(this.#waiting, false));
        this.#filled = 0;
      }
      const taken = Math.min(this.#waiting.length - this.#filled, rest.length);
      this.#waiting.set(rest.subarray(0, taken), this.#filled);
      this.#filled += taken;
      rest = rest.subarray(taken);
    }
    return done;
  }

  /** Plain bytes of the last chunk. @throws PayloadFault also where the end was cut off */
  end(): Uint8Array {
    const plain = this.#open(this.#waiting.subarray(0, this.#filled), true);
    // Only the last chunk of an empty payload may be empty.
    if (plain.length === 0 && this.#counter > 1) throw new PayloadFault(this.#counter - 1);
    return plain;
  }

  #open(sealed: Uint8Array, last: boolean): Uint8Array {
    const plain = this.#cipher.open(sealed, nonceOf(this.#counter, last));
    if (plain === null) throw new PayloadFault(this.#counter);
    this.#counter += 1;
    return plain;
  }
}

/** Bytes of the payload for so many plain ones. */
export const payloadSize = (plain: number): number => plain + TAG * Math.max(1, Math.ceil(plain / CHUNK));
