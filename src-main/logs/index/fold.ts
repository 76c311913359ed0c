const PERCENT = 37;

/**
 * What counts as the same letter in a search: A and a; `+` and a blank, because IIS writes one for the other.
 * Bytes beyond ASCII stay as they are.
 */
export const folded = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 65 && byte <= 90) return byte + 32;
  return byte === 43 ? 32 : byte;
});

/** A text as a search sees its bytes. */
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
