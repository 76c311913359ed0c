import { expect } from 'vitest';
import { numberColumns, textColumns } from '../../../src-main/logs/reading/columns.ts';
import type { LogProblem } from '../../../src-main/logs/reading/problem.ts';
import type { Given, LogReader, NamedField, Sample } from '../../../src-main/logs/reading/reader.ts';
import { RowDraft, rowFlags } from '../../../src-main/logs/reading/row.ts';

/** A row as tests compare it. */
export interface SeenRow {
  readonly line: number;
  readonly offset: number;
  /** UTC with all digits; null without a time. */
  readonly time: string | null;
  readonly flags: number;
  readonly raw: string;
  readonly columns: Readonly<Record<string, string | number>>;
  readonly fields: readonly NamedField[];
}

export interface Seen {
  readonly rows: readonly SeenRow[];
  readonly problems: readonly LogProblem[];
}

export const nothingGiven: Given = { name: 'x.log', zone: null, year: null, columns: {}, modified: null };

/**
 * Reads a whole file with a reader, in pieces of a size.
 * @param piece bytes; odd small ones cut lines, letters and records anywhere
 */
export function readAll(
  reader: LogReader,
  bytes: Uint8Array | string,
  given: Partial<Given> = {},
  piece = 65_536,
): Seen {
  const rows: SeenRow[] = [];
  const problems: LogProblem[] = [];
  const row = new RowDraft();
  let context = '';
  const run = reader.open(
    { ...nothingGiven, ...given },
    {
      row,
      add: () => rows.push(seenRow(reader, row, context)),
      problem: (kind, line, offset, detail) => problems.push({ kind, line, offset, detail }),
      context: (text) => (context = text),
    },
  );
  const all = Buffer.from(bytes);
  for (let at = 0; at < all.length; at += piece) {
    // A copy that is spoilt afterwards: what a reader keeps of a piece, it must have copied.
    const copy = Buffer.from(all.subarray(at, at + piece));
    run.feed(copy);
    copy.fill(0x58);
  }
  run.end();
  return { rows, problems };
}

function seenRow(reader: LogReader, row: RowDraft, context: string): SeenRow {
  const columns: Record<string, string | number> = {};
  for (const [i, name] of textColumns.entries()) {
    const text = row.textOf(i);
    if (text !== null) columns[name] = text;
  }
  for (const [i, name] of numberColumns.entries()) {
    if (row.hasNumber(i)) columns[name] = row.values[i] ?? Number.NaN;
  }
  const raw = Buffer.from(row.bytes.buffer, row.bytes.byteOffset).toString('utf8', row.from, row.to);
  return {
    line: row.line,
    offset: row.offset,
    time: (row.flags & rowFlags.undated) === 0 ? timeText(row.seconds, row.nanos) : null,
    flags: row.flags,
    raw,
    columns,
    fields: reader.fields(raw, context),
  };
}

/** `2026-11-17T02:14:00.123456789Z`, with as many digits as are needed. */
export function timeText(seconds: number, nanos: number): string {
  const whole = new Date(seconds * 1000).toISOString().slice(0, 19);
  const digits = String(nanos).padStart(9, '0').replace(/0+$/, '');
  return digits === '' ? `${whole}Z` : `${whole}.${digits}Z`;
}

/** The beginning of a file as `detect` gets it. */
export function sampleOf(name: string, bytes: Uint8Array | string, modified: number | null = null): Sample {
  const head = Buffer.from(bytes).subarray(0, 65_536);
  const text = head[0] === 0xff && head[1] === 0xfe ? head.toString('utf16le', 2) : head.toString('utf8');
  return { name, bytes: head, lines: text.split(/\r?\n/), modified };
}

/** Reads a file in pieces of several sizes, expects the same each time, and gives it. */
export function readCut(reader: LogReader, bytes: Uint8Array | string, given: Partial<Given> = {}): Seen {
  const whole = readAll(reader, bytes, given, 1_000_000);
  for (const piece of [1, 3, 64]) expect(readAll(reader, bytes, given, piece)).toEqual(whole);
  return whole;
}
