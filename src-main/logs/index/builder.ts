import type { WritableDb } from '../../store/db.ts';
import {
  contextsOf,
  insertBlock,
  insertColumn,
  insertContext,
  insertSegment,
  insertWords,
  wordsAfter,
} from '../../store/log-index/segment.ts';
import {
  type NewSource,
  deleteProblems,
  insertProblem,
  insertSource,
  logSource,
  updateSource,
} from '../../store/log-index/source.ts';
import { textColumns } from '../reading/columns.ts';
import type { LogProblemKind } from '../reading/problem.ts';
import type { RowSink } from '../reading/reader.ts';
import { RowDraft } from '../reading/row.ts';
import { BlockDraft, type PackedBlock } from './block-draft.ts';
import { packBytes, unpackBytes } from './codec.ts';
import { SEGMENT_ROWS, SegmentDraft } from './segment-draft.ts';
import { Words } from './words.ts';

/** Problems of one kind of one source that are kept with their place; all are counted. */
const KEPT_PROBLEMS = 200;
/** Characters of a problem's detail that are kept. */
const KEPT_DETAIL = 200;

/** The words of all text columns of an index. */
export function loadWords(db: WritableDb): readonly Words[] {
  const words = textColumns.map(() => new Words());
  for (const { name, data } of wordsAfter(db, 0)) {
    words[textColumns.indexOf(name as (typeof textColumns)[number])]?.load(unpackBytes(data));
  }
  return words;
}

/**
 * Takes the rows of one source into the index: a segment at a time, each in one transaction, so that a kill costs the
 * last segment only. A source that was begun before is read again from its start, and as many rows as there are
 * already are left out: reading is a pure function of the bytes.
 */
export class IndexBuilder implements RowSink {
  readonly row = new RowDraft();
  /** Rows that were read, those of an earlier run included. */
  rows = 0;
  problems = 0;
  private readonly db: WritableDb;
  private readonly words: readonly Words[];
  private readonly segment: SegmentDraft;
  private readonly block = new BlockDraft();
  private blocks: PackedBlock[] = [];
  private readonly id: number;
  private readonly skip: number;
  private readonly contexts = new Map<string, number>();
  private contextId = 0;
  /** Which context begins at which row of the segment. */
  private runs: [number, number][] = [];
  private readonly counts = new Map<LogProblemKind, number>();
  private kept: { kind: LogProblemKind; line: number; at: number; detail: string }[] = [];
  private readonly before: { undated: number; first: number; last: number };

  constructor(db: WritableDb, words: readonly Words[], source: NewSource) {
    this.db = db;
    this.words = words;
    this.segment = new SegmentDraft(words);
    const found = logSource(db, source.exhibit, source.member);
    this.id = found?.id ?? insertSource(db, source);
    this.skip = found?.total_rows ?? 0;
    this.before = {
      undated: found?.undated ?? 0,
      first: found?.first ?? Number.POSITIVE_INFINITY,
      last: found?.last ?? Number.NEGATIVE_INFINITY,
    };
    for (const { id, text } of contextsOf(db, this.id)) this.contexts.set(text, id);
    // They are found again by reading again.
    if (found !== undefined) deleteProblems(db, this.id);
  }

  add(): void {
    this.rows++;
    if (this.rows <= this.skip) return;
    const { row, segment, block } = this;
    if (segment.count === 0) this.runs = [[0, this.contextId]];
    segment.add(row, block.number);
    segment.startsAt(block.add(row.bytes, row.from, row.to, segment.known));
    if (block.isFull) this.blocks.push(block.take());
    if (segment.count === SEGMENT_ROWS) this.saveSoFar();
  }

  problem(kind: LogProblemKind, line: number, offset: number, detail: string): void {
    this.problems++;
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    if (count <= KEPT_PROBLEMS) {
      this.kept.push({ kind, line, at: offset, detail: detail.slice(0, KEPT_DETAIL) });
    }
  }

  context(text: string): void {
    let id = text === '' ? 0 : this.contexts.get(text);
    if (id === undefined) {
      id = insertContext(this.db, this.id, text);
      this.contexts.set(text, id);
    }
    this.contextId = id;
    if (this.segment.count > 0) this.runs.push([this.segment.count, id]);
  }

  /** Writes what was taken, so that a kill costs nothing of it. */
  saveSoFar(): void {
    if (this.segment.count > 0) this.flush(0);
  }

  /** Everything was read. @param bytes of the (unpacked) file */
  finish(bytes: number): void {
    this.flush(1, bytes);
  }

  private flush(done: 0 | 1, bytes = 0): void {
    const { db, segment, block, before } = this;
    if (block.rows > 0) this.blocks.push(block.take());
    before.undated += segment.undated;
    before.first = Math.min(before.first, segment.first);
    before.last = Math.max(before.last, segment.last);
    db.transaction(() => {
      if (segment.count > 0) this.write();
      for (const problem of this.kept) insertProblem(db, this.id, problem);
      updateSource(db, this.id, {
        done,
        total_rows: Math.max(this.rows, this.skip),
        bytes,
        undated: before.undated,
        first: Number.isFinite(before.first) ? before.first : null,
        last: Number.isFinite(before.last) ? before.last : null,
        problems: JSON.stringify(Object.fromEntries(this.counts)),
      });
    });
    this.kept = [];
    this.blocks = [];
    segment.clear();
  }

  private write(): void {
    const { db, segment, blocks } = this;
    const filters = Buffer.concat(blocks.map(({ filter }) => filter));
    const id = insertSegment(db, {
      source: this.id,
      total_rows: segment.count,
      undated: segment.undated,
      first: Number.isFinite(segment.first) ? segment.first : null,
      last: Number.isFinite(segment.last) ? segment.last : null,
      blocks: JSON.stringify(blocks.map(({ rows }) => rows)),
      contexts: JSON.stringify(this.runs),
      filters: packBytes(filters),
    });
    for (const [name, column] of segment.pack()) insertColumn(db, id, name, column);
    for (const [place, { data }] of blocks.entries()) insertBlock(db, id, place, data);
    for (const [i, name] of textColumns.entries()) {
      const words = this.words[i]?.takeNew();
      if (words !== null && words !== undefined) insertWords(db, name, packBytes(words));
    }
  }
}
