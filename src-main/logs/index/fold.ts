const PERCENT = 37;

/**
 * What counts as the same letter in a search: A and a; `+` and a blank, because IIS writes one for the other.
 * Bytes beyond ASCII stay as they are.
 */
export const folded = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 65 && byte <= 90) return byte + 32;
  return byte === 43 ? 32 : byte;
});

/** A text as `foldBytes` would leave its bytes. */
export const foldText = (text: string): Buffer => foldBytes(Buffer.from(text));

function foldBytes(bytes: Buffer): Buffer {
  for (let i = 0; i < bytes.length; i++) bytes[i] = folded[bytes[i] ?? 0] ?? 0;
  return bytes;
}

const hex = (byte: number): number => {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
};

/**
 * Writes the folded bytes with `%XX` decoded (RFC 3986 §2.1) to `into`, which may be `bytes` itself.
 * @returns where they end; -1 where nothing was encoded
 */
export function decodePercent(
  bytes: Uint8Array,
  from: number,
  to: number,
  into: Uint8Array,
  at: number,
): number {
  let [out, found] = [at, false];
  for (let i = from; i < to; i++) {
    let byte = bytes[i] ?? 0;
    if (byte === PERCENT && i + 2 < to) {
      const [high, low] = [hex(bytes[i + 1] ?? 0), hex(bytes[i + 2] ?? 0)];
      if (high !== -1 && low !== -1) {
        byte = high * 16 + low;
        // A line of its own would be a row of its own.
        if (byte === 10) byte = 32;
        i += 2;
        found = true;
      }
    }
    into[out++] = folded[byte] ?? 0;
  }
  return found ? out : -1;
}

/** A block as it is searched: every row folded, and behind those with `%XX` what they say decoded, once and twice. */
export interface FoldedBlock {
  readonly bytes: Buffer;
  /** Where each row begins in `bytes`; one more for the end. */
  readonly starts: Uint32Array;
}

/**
 * Reused for each block, so that a search through gigabytes makes no garbage. What it returns is valid until the next.
 */
export class Folder {
  private bytes: Buffer = Buffer.allocUnsafe(512 * 1024);
  private starts = new Uint32Array(4096);

  /** @param starts where rows begin in `block`, and one more for its end */
  fold(block: Uint8Array, starts: ArrayLike<number>, rows: number): FoldedBlock {
    const room = block.length * 3 + rows * 3;
    if (this.bytes.length < room) this.bytes = Buffer.allocUnsafe(room);
    if (this.starts.length < rows + 1) this.starts = new Uint32Array(rows + 1);
    const { bytes } = this;
    let out = 0;
    for (let row = 0; row < rows; row++) {
      this.starts[row] = out;
      const [from, to] = [starts[row] ?? 0, starts[row + 1] ?? 0];
      let encoded = false;
      const begin = out;
      for (let i = from; i < to; i++) {
        const byte = block[i] ?? 0;
        if (byte === PERCENT) encoded = true;
        bytes[out++] = folded[byte] ?? 0;
      }
      if (encoded) out = this.decoded(begin, out);
    }
    this.starts[rows] = out;
    return { bytes: bytes.subarray(0, out), starts: this.starts };
  }

  private decoded(begin: number, end: number): number {
    const { bytes } = this;
    bytes[end] = 10;
    const once = decodePercent(bytes, begin, end, bytes, end + 1);
    if (once === -1) return end;
    bytes[once] = 10;
    const twice = decodePercent(bytes, end + 1, once, bytes, once + 1);
    return twice === -1 ? once : twice;
  }
}
