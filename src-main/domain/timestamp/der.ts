import { concatBytes } from '../bytes.ts';

/** One value of ASN.1 DER (X.690): its tag, its content, and both with the length between them. */
export interface Der {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly whole: Uint8Array;
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Tag of an element in brackets, such as `[0]`, that holds other elements. */
export const bracket = (n: number): number => 0xa0 + n;

/**
 * Reads one value from the start of bytes.
 * @throws RangeError where a length is not definite, or reaches beyond the end
 */
export function readDer(bytes: Uint8Array): Der {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new RangeError('no DER');
  let [length, start] = [first, 2];
  if (first >= 0x80) {
    const digits = first & 0x7f;
    if (digits === 0 || digits > 4) throw new RangeError('no definite length');
    length = bytes.subarray(2, 2 + digits).reduce((sum, byte) => sum * 256 + byte, 0);
    start = 2 + digits;
  }
  const end = start + length;
  if (end > bytes.length) throw new RangeError('a length reaches beyond the end');
  return { tag, content: bytes.subarray(start, end), whole: bytes.subarray(0, end) };
}

/** The values one after the other. @throws RangeError */
export function valuesIn(bytes: Uint8Array): Der[] {
  const values: Der[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const value = readDer(rest);
    values.push(value);
    rest = rest.subarray(value.whole.length);
  }
  return values;
}

/** The elements of a value with this tag. @throws RangeError where it is missing or has another one */
export function elements(value: Der | undefined, tag: number): Der[] {
  return valuesIn(contentOf(value, tag));
}

/** The content of a value with this tag. @throws RangeError where it is missing or has another one */
export function contentOf(value: Der | undefined, tag: number): Uint8Array {
  if (value?.tag !== tag) throw new RangeError('another element was expected');
  return value.content;
}

/** `1.2.840.113549`. @throws RangeError */
export function oidOf(value: Der | undefined): string {
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of contentOf(value, TAG.oid)) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [first = 0, ...rest] = arcs;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - 40 * top, ...rest].join('.');
}

/** Writes a value. @param parts its content, one after the other */
export function writeDer(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = concatBytes(...parts);
  const { length } = content;
  const digits: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  const head = length < 0x80 ? [tag, length] : [tag, 0x80 + digits.length, ...digits];
  return concatBytes(Uint8Array.from(head), content);
}
