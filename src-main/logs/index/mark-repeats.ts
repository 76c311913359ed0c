import type { WritableDb } from '../../store/db.ts';
import { insertRepeat, logRepeats } from '../../store/log-index/repeat.ts';
import { columnOf, replaceColumn, segmentsAfter } from '../../store/log-index/segment.ts';
import {
  type SourceRow,
  countMarks,
  deleteSource,
  logSources,
  setCompared,
} from '../../store/log-index/source.ts';
import { rowFlags } from '../reading/row.ts';
import { IndexView } from './index-view.ts';
import { overlaps } from './overlap.ts';
import { packUnsigned, unpackNumbers } from './packed-numbers.ts';
import { rowColumns } from './segment-draft.ts';
import { SourceRows } from './source-rows.ts';

/** An exhibit whose logs may be compared with others. */
export interface LogOrigin {
  /** Id of its entry. */
  readonly exhibit: string;
  /** The machine that it is from; empty where nobody said it. */
  readonly host: string;
}

/** Bytes that are kept unpacked while two sources are compared. */
const KEPT = { columns: 16 * 1024 * 1024, filters: 0, shown: 0, blocks: 8 * 1024 * 1024 };

/**
 * Compares what was read with the other sources of its kind and marks the rows of the later exhibit that stand in an
 * earlier one: a log that was taken in, and again when it had grown. No row is dropped.
 * @param origins in the order in which they became exhibits
 * @param check may throw between rows
 */
export function markRepeats(db: WritableDb, origins: readonly LogOrigin[], check: () => void): void {
  const place = new Map(origins.map(({ exhibit }, i) => [exhibit, i]));
  const order = (source: SourceRow): number => place.get(source.exhibit) ?? -1;
  const known = logSources(db).filter((source) => source.done === 1 && order(source) !== -1);
  const fresh = known.filter(({ compared }) => compared === 0);
  const pairs = fresh.flatMap((one) =>
    known
      .filter((other) => other.id !== one.id && (other.compared === 1 || other.id > one.id))
      .filter((other) => mayOverlap(one, other, origins))
      .map((other) => [one, other].toSorted((a, b) => order(a) - order(b) || a.id - b.id)),
  );
  db.transaction(() => {
    const marked = new Set(fresh.flatMap(({ id, proof }) => (proof === 'changed' ? [id] : [])));
    const view = pairs.length === 0 ? null : new IndexView(db, KEPT);
    for (const [earlier, later] of pairs) {
      if (view === null || earlier === undefined || later === undefined) continue;
      const [own, other] = [new SourceRows(view, later.id), new SourceRows(view, earlier.id)];
      for (const { from, otherFrom, rows } of overlaps(own, other, check)) {
        const at = { from_row: from, total_rows: rows, other: earlier.id, other_row: otherFrom };
        insertRepeat(db, { source: later.id, ...at });
        marked.add(later.id);
      }
    }
    for (const id of marked) writeMarks(db, id);
    for (const { id } of fresh) setCompared(db, id);
  });
}

/** Two logs of one kind and, as far as anybody said, of one machine, that reach into the same time, or both into none. */
function mayOverlap(one: SourceRow, other: SourceRow, origins: readonly LogOrigin[]): boolean {
  if (one.reader !== other.reader || (one.first === null) !== (other.first === null)) return false;
  if ((one.last ?? 0) < (other.first ?? 0) || (other.last ?? 0) < (one.first ?? 0)) return false;
  const hostOf = ({ exhibit }: SourceRow): string =>
    (origins.find((origin) => origin.exhibit === exhibit)?.host ?? '').trim().toLowerCase();
  const [own, their] = [hostOf(one), hostOf(other)];
  return own === '' || their === '' || own === their;
}

/** Takes a source out, and the marks of rows that were repetitions of it. */
export function forgetSource(db: WritableDb, id: number): void {
  db.transaction(() => {
    const marked = new Set(logRepeats(db).flatMap(({ source, other }) => (other === id ? [source] : [])));
    deleteSource(db, id);
    for (const source of marked) writeMarks(db, source);
  });
}

const MARKS = rowFlags.repeated | rowFlags.changed;

/** Writes into the rows of a source what was found out about them after they were read. */
function writeMarks(db: WritableDb, id: number): void {
  const source = logSources(db).find((one) => one.id === id);
  const repeats = logRepeats(db).filter((one) => one.source === id);
  let base = 0;
  for (const segment of segmentsAfter(db, 0).filter((one) => one.source === id)) {
    const column = columnOf(db, segment.id, rowColumns.flags);
    if (column === undefined) continue;
    const rows = unpackNumbers(column.kind, column.data);
    const flags = Uint32Array.from(rows, (flag) => flag & ~MARKS);
    for (const { from_row: from, total_rows: count } of repeats) {
      const end = Math.min(flags.length, from + count - base);
      for (let row = Math.max(0, from - base); row < end; row++) mark(flags, row, rowFlags.repeated);
    }
    if (source?.proof === 'changed') for (const row of flags.keys()) mark(flags, row, rowFlags.changed);
    replaceColumn(db, segment.id, rowColumns.flags, packUnsigned(flags, flags.length));
    base += segment.total_rows;
  }
  countMarks(db, id);
}

function mark(flags: Uint32Array, row: number, flag: number): void {
  flags[row] = (flags[row] ?? 0) | flag;
}
