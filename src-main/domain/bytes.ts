/** Text and byte encodings of the format (FORMAT.md §1): UTF-8, lower-case hex, base64url without padding. */
const encoder = new TextEncoder();

export const utf8 = (text: string): Uint8Array => encoder.encode(text);

const DIGITS: readonly number[] = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

/** Lower-case hex, two digits a byte. */
export function hex(bytes: Uint8Array): string {
  // From all codes at once: text that grows by two digits is ten times as slow to look up afterwards.
  const codes: number[] = [];
  for (const byte of bytes) codes.push(DIGITS[byte >> 4] ?? 0, DIGITS[byte & 15] ?? 0);
  return textOf(codes);
}

/** Text of character codes, in pieces: a call takes a limited number of arguments. */
function textOf(codes: readonly number[]): string {
  if (codes.length <= PIECE) return String.fromCharCode(...codes);
  let text = '';
  for (let at = 0; at < codes.length; at += PIECE) {
    text += String.fromCharCode(...codes.slice(at, at + PIECE));
  }
  return text;
}
const PIECE = 8192;

/**
 * The bytes of lower-case hex text.
 * @throws RangeError for any other character or an odd length
 */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) throw new RangeError('not lower-case hex');
  const bytes = new Uint8Array(text.length / 2);
  // From codes: a piece of text for each byte takes ten times as long.
  for (let i = 0; i < bytes.length; i += 1) {
    bytes[i] = (digitOf(text.charCodeAt(2 * i)) << 4) | digitOf(text.charCodeAt(2 * i + 1));
  }
  return bytes;
}

/** Value of a lower-case hex digit, by its code: 0 to 9 stand at 48, a to f at 97. */
const digitOf = (code: number): number => (code < 58 ? code - 48 : code - 87);

/** RFC 4648 §5 without padding. */
export function base64url(bytes: Uint8Array): string {
  return btoa(textOf(Array.from(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The bytes of base64url text, or null where it is not canonical (FORMAT.md §1). */
export function fromBase64url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (mark) =>
      mark.charCodeAt(0),
    );
    return base64url(bytes) === text ? bytes : null;
  } catch {
    // A length that no bytes have.
    return null;
  }
}

/** 22 characters that decode to exactly 16 bytes: the last one carries four zero bits. */
export const isSalt = (text: string): boolean => /^[A-Za-z0-9_-]{21}[AQgw]$/.test(text);

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
