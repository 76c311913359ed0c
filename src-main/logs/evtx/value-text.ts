import { Damage } from './damage.ts';
import { ansiText } from './ansi.ts';
import type { Value } from './value-list.ts';
import { filetimeText, systemtimeText } from './filetime.ts';

/** Types of a value ([MS-EVEN6] §2.2.12 and libyal). Bit 0x80: several of them. */
export const TYPE = {
  nothing: 0x00,
  string: 0x01,
  ansi: 0x02,
  binary: 0x0e,
  filetime: 0x11,
  xml: 0x21,
  array: 0x80,
} as const;

/** The text of a fixed-size value at `at`, as Windows writes it into XML. */
type Write = (bytes: Buffer, at: number, size: number) => string;

const hexNumber: Write = (bytes, at, size) =>
  `0x${(size === 8 ? bytes.readBigUInt64LE(at) : bytes.readUInt32LE(at)).toString(16)}`;

/** Usually 0 or 1 in 4 bytes; other numbers are seen, and shown as they are. */
const truth: Write = (bytes, at, size) => {
  const value = size === 1 ? bytes.readUInt8(at) : bytes.readUInt32LE(at);
  return value === 0 ? 'false' : value === 1 ? 'true' : String(value);
};

const FIXED: ReadonlyMap<number, { readonly sizes: readonly number[]; readonly write: Write }> = new Map([
  [0x03, { sizes: [1], write: (bytes, at) => String(bytes.readInt8(at)) }],
  [0x04, { sizes: [1], write: (bytes, at) => String(bytes.readUInt8(at)) }],
  [0x05, { sizes: [2], write: (bytes, at) => String(bytes.readInt16LE(at)) }],
  [0x06, { sizes: [2], write: (bytes, at) => String(bytes.readUInt16LE(at)) }],
  [0x07, { sizes: [4], write: (bytes, at) => String(bytes.readInt32LE(at)) }],
  [0x08, { sizes: [4], write: (bytes, at) => String(bytes.readUInt32LE(at)) }],
  [0x09, { sizes: [8], write: (bytes, at) => String(bytes.readBigInt64LE(at)) }],
  [0x0a, { sizes: [8], write: (bytes, at) => String(bytes.readBigUInt64LE(at)) }],
  [0x0b, { sizes: [4], write: (bytes, at) => String(bytes.readFloatLE(at)) }],
  [0x0c, { sizes: [8], write: (bytes, at) => String(bytes.readDoubleLE(at)) }],
  [0x0d, { sizes: [4, 1], write: truth }],
  [0x0f, { sizes: [16], write: guidText }],
  [0x10, { sizes: [8, 4], write: hexNumber }],
  [0x11, { sizes: [8], write: (bytes, at) => filetimeText(bytes, at) }],
  [0x12, { sizes: [16], write: (bytes, at) => systemtimeText(bytes, at) }],
  [0x14, { sizes: [4], write: hexNumber }],
  [0x15, { sizes: [8], write: hexNumber }],
]);
const SID = 0x13;

/** Whether the text of a value may hold what XML has to escape. */
export const isFreeText = ({ type }: Value): boolean =>
  (type & ~TYPE.array) === TYPE.string || (type & ~TYPE.array) === TYPE.ansi;

/**
 * The text of a value; the members of an array are joined. Read once, because it is asked for as XML and as a field.
 * @throws Damage for a type that the format does not know
 */
export function textOf(bytes: Buffer, value: Value): string {
  value.text ??=
    (value.type & TYPE.array) === 0
      ? valueText(bytes, value.type, value.at, value.size)
      : valueTexts(bytes, value.type, value.at, value.size).join(', ');
  return value.text;
}

/**
 * The text of a value: one, or those of an array.
 * @throws Damage for a type that the format does not know
 */
export function valueTexts(bytes: Buffer, type: number, at: number, size: number): readonly string[] {
  if ((type & TYPE.array) === 0) return [valueText(bytes, type, at, size)];
  const one = type & ~TYPE.array;
  if (one === TYPE.string || one === TYPE.ansi) return splitTexts(valueText(bytes, one, at, size, true));
  const each = one === SID ? null : FIXED.get(one)?.sizes[0];
  if (each === undefined) throw new Damage('unknown-value');
  const texts: string[] = [];
  for (let place = at; place < at + size;) {
    const length = each ?? sidSize(bytes, place, at + size);
    // What is left over fits no value: its bytes are shown.
    if (place + length > at + size) return [...texts, hexText(bytes, place, at + size - place)];
    texts.push(valueText(bytes, one, place, length));
    place += length;
  }
  return texts;
}

/**
 * The text of a single value. Where its size does not fit its type, its bytes as hex digits.
 * @param whole keep NULs at the end of a string
 * @throws Damage for a type that the format does not know
 */
function valueText(bytes: Buffer, type: number, at: number, size: number, whole = false): string {
  if (type === TYPE.string) return wide(bytes, at, size, whole);
  if (type === TYPE.nothing) return '';
  if (type === TYPE.ansi) return whole ? ansiText(bytes, at, size) : withoutNuls(ansiText(bytes, at, size));
  if (type === TYPE.binary) return hexText(bytes, at, size);
  if (type === SID) return sidOrBytes(bytes, at, size);
  const fixed = FIXED.get(type);
  if (fixed === undefined) throw new Damage('unknown-value');
  return fixed.sizes.includes(size) ? fixed.write(bytes, at, size) : hexText(bytes, at, size);
}

function wide(bytes: Buffer, at: number, size: number, whole: boolean): string {
  let end = at + size;
  if (!whole) while (end - 2 >= at && bytes.readUInt16LE(end - 2) === 0) end -= 2;
  return bytes.toString('utf16le', at, end);
}

function withoutNuls(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end -= 1;
  return text.slice(0, end);
}

/** Strings of an array end with NUL; the last one may lack it. */
function splitTexts(text: string): string[] {
  const texts = text.split('\0');
  if (texts.at(-1) === '') texts.pop();
  return texts;
}

const hexText = (bytes: Buffer, at: number, size: number): string =>
  bytes.toString('hex', at, at + size).toUpperCase();

function guidText(bytes: Buffer, at: number): string {
  const digits = (value: number, length: number): string => value.toString(16).padStart(length, '0');
  const first = digits(bytes.readUInt32LE(at), 8);
  const middle = `${digits(bytes.readUInt16LE(at + 4), 4)}-${digits(bytes.readUInt16LE(at + 6), 4)}`;
  const last = `${bytes.toString('hex', at + 8, at + 10)}-${bytes.toString('hex', at + 10, at + 16)}`;
  return `{${first}-${middle}-${last}}`.toUpperCase();
}

/** Revision, number of parts, authority (6 bytes, big-endian), parts ([MS-DTYP] §2.4.2.2). */
function sidSize(bytes: Buffer, at: number, end: number): number {
  return at + 8 > end ? Number.POSITIVE_INFINITY : 8 + 4 * bytes.readUInt8(at + 1);
}

const sidOrBytes = (bytes: Buffer, at: number, size: number): string =>
  sidSize(bytes, at, at + size) === size ? sidText(bytes, at) : hexText(bytes, at, size);

function sidText(bytes: Buffer, at: number): string {
  let text = `S-${bytes.readUInt8(at)}-${bytes.readUIntBE(at + 2, 6)}`;
  const parts = bytes.readUInt8(at + 1);
  for (let i = 0; i < parts; i += 1) text += `-${bytes.readUInt32LE(at + 8 + 4 * i)}`;
  return text;
}
