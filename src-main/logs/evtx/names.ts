import { Damage } from './damage.ts';
import { FIRST_RECORD } from './format.ts';

/** Next name of the same hash (4), hash (2), length in characters (2); the NUL after the text (2). */
const HEAD = 8;
const TAIL = 2;

/**
 * The names of one chunk. A name is stored where it is used first and found by its offset afterwards. The chain of
 * names with the same hash is for writers only and never followed.
 */
export class Names {
  readonly #bytes: Buffer;
  readonly #known = new Map<number, string>();

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** @throws Damage where no name can lie at `at` */
  read(at: number): string {
    const known = this.#known.get(at);
    if (known !== undefined) return known;
    if (!this.fits(at)) throw new Damage('outside');
    const length = this.#bytes.readUInt16LE(at + 6);
    const name = this.#bytes.toString('utf16le', at + HEAD, at + HEAD + 2 * length);
    this.#known.set(at, name);
    return name;
  }

  /** Bytes of the name at `at`, which `read` has accepted. */
  size(at: number): number {
    return HEAD + 2 * this.#bytes.readUInt16LE(at + 6) + TAIL;
  }

  /** Whether a name can lie at `at`: among the records of the chunk, not empty, closed by NUL. */
  fits(at: number): boolean {
    if (at < FIRST_RECORD || at + HEAD + TAIL > this.#bytes.length) return false;
    const length = this.#bytes.readUInt16LE(at + 6);
    const end = at + HEAD + 2 * length;
    return length > 0 && end + TAIL <= this.#bytes.length && this.#bytes.readUInt16LE(end) === 0;
  }
}
