import type { EntryView } from '../../src-main/contract/entry.ts';
import { instantOf } from '../format/occurred.ts';

/** All rows of the timeline by position; `undefined` = not loaded yet. */
export type EntryRows = readonly (EntryView | undefined)[];

export type Order = 'occurred' | 'recorded';

/** `total` rows of which one page is known. */
export function rowsWithPage(total: number, offset: number, page: readonly EntryView[]): EntryRows {
  const rows = Array.from<EntryView | undefined>({ length: total });
  for (const [at, entry] of page.entries()) rows[offset + at] = entry;
  return rows;
}

/** The rows with one more page; what was known stays. */
export function withPage(rows: EntryRows, offset: number, page: readonly EntryView[]): EntryRows {
  const next = rows.slice();
  for (const [at, entry] of page.entries()) {
    if (offset + at < next.length) next[offset + at] = entry;
  }
  return next;
}

/**
 * Where a new entry belongs, or null where the rows around it are not loaded. The record's own order is the
 * order of writing, so there a new entry is always the last.
 */
export function placeOf(rows: EntryRows, entry: EntryView, by: Order): number | null {
  if (by === 'recorded') return rows.length;
  const instant = instantOf(entry, by).getTime();
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at];
    if (row === undefined) return null;
    if (instantOf(row, by).getTime() <= instant) return at + 1;
  }
  return 0;
}

/** An entry that is told twice is told twice within moments; it cannot stand further back than this. */
const LOOK_BACK = 500;

/** True where the entry is among the newest rows. */
export function holdsEntry(rows: EntryRows, id: string): boolean {
  const first = Math.max(0, rows.length - LOOK_BACK);
  for (let at = rows.length - 1; at >= first; at -= 1) {
    if (rows[at]?.id === id) return true;
  }
  return false;
}

export function inserted(rows: EntryRows, at: number, entry: EntryView): EntryRows {
  return rows.toSpliced(at, 0, entry);
}

/** The rows with entries that look different now in their old places; the same rows where none is among them. */
export function replaced(rows: EntryRows, entries: readonly EntryView[]): EntryRows {
  const changed = new Map(entries.map((entry) => [entry.id, entry]));
  if (!rows.some((row) => row !== undefined && changed.has(row.id))) return rows;
  return rows.map((row) => (row === undefined ? row : (changed.get(row.id) ?? row)));
}

/** The pages of `size` rows that touch `from … to` and miss a row. */
export function missingPages(rows: EntryRows, from: number, to: number, size: number): readonly number[] {
  const pages: number[] = [];
  const last = Math.min(to, rows.length - 1);
  for (let page = Math.floor(Math.max(from, 0) / size); page * size <= last; page += 1) {
    const end = Math.min((page + 1) * size, rows.length);
    for (let at = page * size; at < end; at += 1) {
      if (rows[at] !== undefined) continue;
      pages.push(page);
      break;
    }
  }
  return pages;
}
