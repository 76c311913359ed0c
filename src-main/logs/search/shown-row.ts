import type { IndexView } from '../index/index-view.ts';
import { NONE } from '../index/packed-numbers.ts';
import { rowColumns } from '../index/segment-draft.ts';
import { OTHER } from '../index/words.ts';
import { numberColumns, textColumns } from '../reading/columns.ts';
import { rowFlags } from '../reading/row.ts';

/** A row as it is shown in a list or looked at. */
export interface ShownRow {
  /** Number among all rows of the index as it is now. */
  readonly row: number;
  readonly source: number;
  readonly line: number;
  /** Bytes from the start of the (unpacked) file. */
  readonly offset: number;
  /** As the log says it: ms since 1970 UTC and nanoseconds below the millisecond; null without a time. */
  readonly ms: number | null;
  readonly nanos: number;
  readonly flags: readonly (keyof typeof rowFlags)[];
  /** The common columns that the row has. */
  readonly columns: Readonly<Record<string, string | number>>;
  /** UTF-8, or Windows-1252 where it is none. */
  readonly raw: string;
  readonly context: string;
}

const flagNames = Object.keys(rowFlags) as (keyof typeof rowFlags)[];

/** @param longest characters of the raw text */
export function shownRow(view: IndexView, row: number, longest: number): ShownRow | null {
  const segment = view.segmentAt(row);
  if (segment === undefined) return null;
  const at = row - segment.base;
  const number = (name: string): number => view.shownValue(segment, name, at) ?? 0;
  const flags = number(rowColumns.flags);
  const columns: Record<string, string | number> = {};
  for (const [i, name] of textColumns.entries()) {
    const value = number(name);
    if (value !== 0 && value !== OTHER) columns[name] = view.words[i]?.textOf(value) ?? '';
  }
  for (const name of numberColumns) {
    const value = view.shownValue(segment, name, at) ?? NONE;
    if (value !== NONE) columns[name] = value;
  }
  return {
    row,
    source: segment.source,
    line: number(rowColumns.line),
    offset: number(rowColumns.offset),
    ms: (flags & rowFlags.undated) === 0 ? number(rowColumns.time) : null,
    nanos: number(rowColumns.nanos),
    flags: flagNames.filter((name) => (flags & rowFlags[name]) !== 0),
    columns,
    raw: textOf(view.foundAt(segment, at)).slice(0, longest),
    context: view.contextAt(segment, at),
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

/** Text that is no UTF-8 is what Windows wrote before: single bytes. */
export function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
}
