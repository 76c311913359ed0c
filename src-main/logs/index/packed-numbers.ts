import { packBytes, unpackBytes } from './codec.ts';
import type { PackedAway } from './packed-away.ts';

/** How the numbers of a column lie in the file, before they are packed. */
type Kind = 'u8' | 'u16' | 'u32' | 'i32' | 'f64' | 'd32';

export interface PackedNumbers {
  readonly kind: Kind;
  readonly data: Uint8Array;
}

/** A column that is not packed yet. Plain data: it crosses threads. */
export type RawNumbers =
  | { readonly how: 'growing' | 'signed'; readonly values: Float64Array<ArrayBuffer> }
  | { readonly how: 'unsigned'; readonly values: Uint32Array<ArrayBuffer> };

/** Packs a column in the narrowest way. */
export const packNumbers = (raw: RawNumbers): PackedAway<PackedNumbers> => ({
  packed: narrowest(raw),
  spent: raw.values.buffer,
});

function narrowest({ how, values }: RawNumbers): PackedNumbers {
  switch (how) {
    case 'growing':
      return packGrowing(values, values.length);
    case 'signed':
      return packSigned(values, values.length);
    case 'unsigned':
      return packUnsigned(values, values.length);
  }
}

export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** Stands for "none" in a column of signed numbers or of fractions. */
export const NONE = -2_147_483_648;

/** Numbers of words, flags, places: from 0 on; the narrowest type that holds them. */
export function packUnsigned(values: Uint32Array, count: number): PackedNumbers {
  let largest = 0;
  for (let i = 0; i < count; i++) if ((values[i] ?? 0) > largest) largest = values[i] ?? 0;
  const used = values.subarray(0, count);
  if (largest < 256) return packed('u8', filled(new Uint8Array(scratch(count), 0, count), used));
  if (largest < 65_536) return packed('u16', filled(new Uint16Array(scratch(count * 2), 0, count), used));
  return packed('u32', used);
}

/** Any numbers; `NONE` where a row has none. */
function packSigned(values: Float64Array, count: number): PackedNumbers {
  const used = values.subarray(0, count);
  const whole = used.every((value) => value === (value | 0));
  return whole
    ? packed('i32', filled(new Int32Array(scratch(count * 4), 0, count), used))
    : packed('f64', used);
}

/** Numbers that grow mostly, such as times: the differences of neighbours are small and pack well. */
function packGrowing(values: Float64Array, count: number): PackedNumbers {
  const steps = new Int32Array(scratch((count + 2) * 4), 0, count + 2);
  const first = values[0] ?? 0;
  for (let i = 1; i < count; i++) {
    const step = (values[i] ?? 0) - (values[i - 1] ?? 0);
    if (step !== (step | 0)) return packed('f64', values.subarray(0, count));
    steps[i + 1] = step;
  }
  new DataView(steps.buffer).setFloat64(0, first, true);
  return packed('d32', steps.subarray(0, count + 1));
}

/** Where columns are made narrow, again and again. */
let narrow = new ArrayBuffer(0);

function scratch(bytes: number): ArrayBuffer {
  if (narrow.byteLength < bytes) narrow = new ArrayBuffer(bytes);
  return narrow;
}

function filled<Narrow extends Exclude<Numbers, Float64Array>>(
  into: Narrow,
  values: ArrayLike<number>,
): Narrow {
  into.set(values);
  return into;
}

const packed = (kind: Kind, values: Numbers): PackedNumbers => ({
  kind,
  data: packBytes(new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
});

export function unpackNumbers(kind: string, data: Uint8Array): Numbers {
  const raw = unpackBytes(data);
  // Typed arrays begin at multiples of their width.
  const bytes = raw.byteOffset % 8 === 0 ? raw : Uint8Array.from(raw);
  const { buffer, byteOffset, byteLength } = bytes;
  switch (kind) {
    case 'u8':
      return bytes;
    case 'u16':
      return new Uint16Array(buffer, byteOffset, byteLength / 2);
    case 'u32':
      return new Uint32Array(buffer, byteOffset, byteLength / 4);
    case 'i32':
      return new Int32Array(buffer, byteOffset, byteLength / 4);
    case 'f64':
      return new Float64Array(buffer, byteOffset, byteLength / 8);
    default:
      return summed(new DataView(buffer, byteOffset, byteLength));
  }
}

/**
 * Tells each number of a column in turn and keeps none: of a long log all times at once are more than the collector
 * takes back before its end.
 */
export function eachNumber(kind: string, data: Uint8Array, tell: (value: number, row: number) => void): void {
  if (kind !== 'd32') {
    for (const [row, value] of unpackNumbers(kind, data).entries()) tell(value, row);
    return;
  }
  const { buffer, byteOffset, byteLength } = unpackBytes(data);
  const view = new DataView(buffer, byteOffset, byteLength);
  let value = 0;
  for (let row = 0; row < byteLength / 4 - 1; row++) {
    value = row === 0 ? view.getFloat64(0, true) : value + view.getInt32((row + 1) * 4, true);
    tell(value, row);
  }
}

function summed(view: DataView): Float64Array {
  const count = view.byteLength / 4 - 1;
  const values = new Float64Array(count);
  if (count === 0) return values;
  values[0] = view.getFloat64(0, true);
  let value = values[0];
  for (let i = 1; i < count; i++) {
    value += view.getInt32((i + 1) * 4, true);
    values[i] = value;
  }
  return values;
}
