import { isUtf8 } from 'node:buffer';
import type { ProjectedRow, ProjectionTable } from '../../domain/projection/rows.ts';
import type { FieldOfSeq } from '../../store/queries/check.ts';
import type { Packed } from '../../store/queries/packed.ts';
import type { RawEntry } from '../../domain/record/check-batch.ts';

/** Entries as they are read and handed to a thread (store/queries/packed.ts): few values, however many rows. */
export interface PackedBatch {
  /** The row of its last entry. */
  readonly last: number;
  readonly entries: Packed;
  readonly fields: Packed;
  readonly large: readonly FieldOfSeq[];
  /** JSON text: pairs of row and number; null where numbers are not compared. */
  readonly numbers: string | null;
  /** By view, JSON text: its rows with the numbers of these entries; null where they are not compared. */
  readonly views: readonly (readonly [table: ProjectionTable, rows: string])[] | null;
}

/** The entries of a batch, in the order of the file. */
export function unpack(batch: PackedBatch): RawEntry[] {
  const fields = new Map<number, RawEntry['fields'][number][]>();
  const add = (seq: number, field: RawEntry['fields'][number]): void => {
    const some = fields.get(seq);
    if (some === undefined) fields.set(seq, [field]);
    else some.push(field);
  };
  for (const { numbers, values } of rowsIn(batch.fields, 1, 4)) {
    const [name, salt, value, digest] = values as [Buffer, Buffer, Buffer, Buffer];
    add(numbers[0] ?? 0, [name.toString(), salt.toString('latin1'), textOf(value), digest]);
  }
  for (const { seq, name, salt, value, digest } of batch.large) add(seq, [name, salt, value, digest]);
  const number = new Map(
    batch.numbers === null ? [] : (JSON.parse(batch.numbers) as (readonly [number, number])[]),
  );
  const stored = batch.views === null ? null : storedRows(batch.views);
  return Array.from(rowsIn(batch.entries, 2, 5), ({ numbers, values }): RawEntry => {
    const [seq = 0, n = 0] = numbers;
    const [hash, header, signature, author, writer] = values as [Buffer, Buffer, Buffer, Buffer, Buffer];
    const its = number.get(seq) ?? null;
    return {
      seq,
      hash,
      header,
      signature,
      author,
      writer,
      n,
      fields: fields.get(seq) ?? [],
      number: its,
      stored: stored === null ? null : its === null ? [] : (stored.get(its) ?? []),
    };
  });
}

/** Bytes that are no text are no value: the empty text is no JSON. */
const textOf = (bytes: Buffer): string => (isUtf8(bytes) ? bytes.toString() : '');

const SPACE = 0x20;
const ZERO = 0x30;
const LINE_FEED = 0x0a;

/** @throws Error where the block does not hold as many rows as it should */
function* rowsIn(
  { rows, bytes }: Packed,
  numbersOf: number,
  valuesOf: number,
): Generator<{ readonly numbers: readonly number[]; readonly values: readonly Buffer[] }> {
  const block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  let found = 0;
  while (at < block.length) {
    const line: number[] = [];
    for (let number = 0, byte = -1; byte !== LINE_FEED; at += 1) {
      byte = block[at] ?? LINE_FEED;
      if (byte !== SPACE && byte !== LINE_FEED) {
        number = number * 10 + byte - ZERO;
        continue;
      }
      line.push(number);
      number = 0;
    }
    const values: Buffer[] = [];
    for (let i = numbersOf; i < numbersOf + valuesOf; i += 1) {
      const length = line[i] ?? 0;
      values.push(block.subarray(at, at + length));
      at += length;
    }
    found += 1;
    yield { numbers: line, values };
  }
  if (found !== rows || at !== block.length) throw new Error(`${found} rows were read instead of ${rows}`);
}

function storedRows(views: NonNullable<PackedBatch['views']>): Map<number, ProjectedRow[]> {
  const stored = new Map<number, ProjectedRow[]>();
  for (const [table, text] of views) {
    for (const values of JSON.parse(text) as [number, ...(string | number | null)[]][]) {
      const row = { table, values };
      const some = stored.get(values[0]);
      if (some === undefined) stored.set(values[0], [row]);
      else some.push(row);
    }
  }
  return stored;
}
