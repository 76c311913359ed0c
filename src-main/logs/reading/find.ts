/**
 * Where a byte stands from `from` on and before `to`; -1 where it does not. Unlike `indexOf` it does not look through
 * the whole piece that the row lies in.
 */
export function findByte(bytes: Uint8Array, byte: number, from: number, to: number): number {
  for (let i = from; i < to; i++) if (bytes[i] === byte) return i;
  return -1;
}

/** The same for some bytes in a row. */
export function findBytes(bytes: Uint8Array, sought: Uint8Array, from: number, to: number): number {
  const first = sought[0] ?? 0;
  const last = to - sought.length;
  for (let i = from; i <= last; i++) {
    if (bytes[i] === first && startsWith(bytes, sought, i, to)) return i;
  }
  return -1;
}

/** Whether some bytes stand at `at`. */
export function startsWith(bytes: Uint8Array, sought: Uint8Array, at: number, to: number): boolean {
  if (to - at < sought.length) return false;
  for (let i = 0; i < sought.length; i++) if (bytes[at + i] !== sought[i]) return false;
  return true;
}

export const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
