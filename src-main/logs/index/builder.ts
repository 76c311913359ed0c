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
  type Proof,
  type SourceState,
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
import { BlockDraft } from './block-draft.ts';
import { packBytes, unpackBytes } from './codec.ts';
import { type PackedBlock, type RawBlock, packBlock } from './pack-block.ts';
import type { PackedAway } from './packed-away.ts';
import { type PackedNumbers, type RawNumbers, packNumbers } from './packed-numbers.ts';
import { PackedShelf } from './packed-shelf.ts';
import { RowsBefore } from './rows-before.ts';
import { SEGMENT_ROWS, SegmentDraft } from './segment-draft.ts';
import { Words } from './words.ts';

/** Problems of one kind of one source that are kept with their place; all are counted. */
const KEPT_PROBLEMS = 200;
/** Characters of a problem's detail that are kept. */
const KEPT_DETAIL = 200;
/** Blocks that may wait for being packed: enough for the time that a segment is written. */
const MOST_HANDED = 32;

/** The words of all text columns of an index. */
export function loadWords(db: WritableDb): readonly Words[] {
  const words = textColumns.map(() => new Words());
  for (const { name, data } of wordsAfter(db, 0)) {
    words[textColumns.indexOf(name as (typeof textColumns)[number])]?.load(unpackBytes(data));
  }
  return words;
}

/** Packs here, or in another thread. */
export interface Packer {
  block(block: RawBlock): MaybeLater<PackedAway<PackedBlock>>;
  column(column: RawNumbers): MaybeLater<PackedAway<PackedNumbers>>;
}

type MaybeLater<Value> = Value | Promise<Value>;

const packHere: Packer = { block: packBlock, column: packNumbers };

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
  /** Whether the rows that an earlier run left are those that are read again. */
  isSame = true;
  private readonly db: WritableDb;
  private readonly words: readonly Words[];
  private readonly segment: SegmentDraft;
  private readonly block = new BlockDraft();
  /** The blocks of the segment that are packed. */
  private shelf = new PackedShelf();
  /** Those of segments that were written, to be used again. */
  private readonly shelves: PackedShelf[] = [];
  /** What of the segment is still being packed. */
  private packing: Promise<void>[] = [];
  /** Blocks that were handed over last, in order. */
  private readonly handed: Promise<void>[] = [];
  private readonly pack: Packer;
  /** Segments that wait for their blocks, in order. */
  private queue: Promise<void> | null = null;
  private waiting = 0;
  private readonly id: number;
  private readonly skip: number;
  private readonly rowsBefore: RowsBefore;
  private readonly contexts = new Map<string, number>();
  private contextId = 0;
  /** Which context begins at which row of the segment. */
  private runs: [number, number][] = [];
  private readonly counts = new Map<LogProblemKind, number>();
  private kept: { kind: LogProblemKind; line: number; at: number; detail: string }[] = [];
  private readonly before: { undated: number; first: number; last: number };

  constructor(db: WritableDb, words: readonly Words[], source: NewSource, pack: Packer = packHere) {
    this.pack = pack;
    this.db = db;
    this.words = words;
    this.segment = new SegmentDraft(words);
    const found = logSource(db, source.exhibit, source.member);
    this.id = found?.id ?? insertSource(db, source);
    this.skip = found?.total_rows ?? 0;
    this.rowsBefore = new RowsBefore(db, this.id);
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
    const { row, segment, block } = this;
    if (this.rows <= this.skip) {
      if (this.isSame) this.isSame = this.rowsBefore.isNext(row.bytes, row.from, row.to);
      return;
    }
    if (segment.count === 0) this.runs = [[0, this.contextId]];
    segment.add(row, block.number);
    segment.startsAt(block.add(row.bytes, row.from, row.to, segment.known));
    if (block.isFull) this.handOver();
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

  private handOver(): void {
    const { block, shelf } = this;
    const handed = this.packed(
      this.pack.block(block.take()),
      (packed) => shelf.add(packed),
      (spent) => block.spare.giveBack(spent),
    );
    if (handed !== null) this.handed.push(handed);
  }

  /** @returns null where it is packed at once */
  private packed<Packed>(
    away: MaybeLater<PackedAway<Packed>>,
    take: (packed: Packed) => void,
    giveBack: (spent: ArrayBuffer) => void,
  ): Promise<void> | null {
    const put = ({ packed, spent }: PackedAway<Packed>): void => {
      take(packed);
      giveBack(spent);
    };
    if (!(away instanceof Promise)) {
      put(away);
      return null;
    }
    const done = away.then(put);
    // Whoever waits for it hears of an error.
    done.catch(() => undefined);
    this.packing.push(done);
    return done;
  }

  /** Writes what was taken, so that a kill costs nothing of it. */
  saveSoFar(): void {
    if (this.segment.count > 0) this.flush(0);
  }

  /** Everything was read. @param bytes of the (unpacked) file @param proof whether they are those of the exhibit */
  finish(bytes: number, proof: Proof = 'unknown'): void {
    this.flush(1, bytes, proof);
  }

  private flush(done: 0 | 1, bytes = 0, proof: Proof = 'unknown'): void {
    const { segment, block, before } = this;
    if (block.rows > 0) this.handOver();
    before.undated += segment.undated;
    before.first = Math.min(before.first, segment.first);
    before.last = Math.max(before.last, segment.last);
    const pending: Pending = {
      rows: segment.count,
      undated: segment.undated,
      first: Number.isFinite(segment.first) ? segment.first : null,
      last: Number.isFinite(segment.last) ? segment.last : null,
      contexts: JSON.stringify(this.runs),
      words: textColumns.flatMap((name, i) => {
        const fresh = this.words[i]?.takeNew() ?? null;
        return fresh === null ? [] : [{ name, data: packBytes(fresh) }];
      }),
      problems: this.kept,
      state: {
        done,
        total_rows: Math.max(this.rows, this.skip),
        bytes,
        undated: before.undated,
        first: Number.isFinite(before.first) ? before.first : null,
        last: Number.isFinite(before.last) ? before.last : null,
        problems: JSON.stringify(Object.fromEntries(this.counts)),
        proof,
      },
    };
    const columns: PackedColumn[] = [];
    for (const { name, column } of segment.count > 0 ? segment.take() : []) {
      void this.packed(
        this.pack.column(column),
        (packed) => columns.push({ name, packed }),
        (spent) => segment.reuse(spent),
      );
    }
    const { shelf, packing } = this;
    const write = (): void => {
      this.write(pending, { shelf, columns });
      shelf.clear();
      this.shelves.push(shelf);
    };
    if (this.queue === null && packing.length === 0) write();
    else this.writeLater(packing, write);
    this.kept = [];
    this.packing = [];
    this.shelf = this.shelves.pop() ?? new PackedShelf();
    segment.clear();
  }

  private writeLater(packing: readonly Promise<void>[], write: () => void): void {
    const before = this.queue ?? Promise.resolve();
    this.waiting++;
    const turn = async (): Promise<void> => {
      await Promise.all(packing);
      await before;
      write();
      this.waiting--;
    };
    this.queue = turn();
    // Whoever waits for it hears of an error.
    this.queue.catch(() => undefined);
  }

  /** Waits while more is read than can be packed and written. */
  async room(): Promise<void> {
    while (this.handed.length > MOST_HANDED) await this.handed.shift();
    if (this.waiting > 1) await this.queue;
  }

  /** All that was taken is in the file. */
  async settled(): Promise<void> {
    await this.queue;
  }

  private write(pending: Pending, packed: Packed): void {
    const { db } = this;
    db.transaction(() => {
      if (pending.rows > 0) this.writeSegment(pending, packed);
      for (const problem of pending.problems) insertProblem(db, this.id, problem);
      updateSource(db, this.id, pending.state);
    });
  }

  private writeSegment(pending: Pending, { shelf, columns }: Packed): void {
    const { db } = this;
    const id = insertSegment(db, {
      source: this.id,
      total_rows: pending.rows,
      undated: pending.undated,
      first: pending.first,
      last: pending.last,
      blocks: JSON.stringify(shelf.rows),
      contexts: pending.contexts,
      filters: packBytes(shelf.filters),
    });
    for (const { name, packed } of columns) insertColumn(db, id, name, packed);
    for (const [place, data] of shelf.blocks.entries()) insertBlock(db, id, place, data);
    for (const { name, data } of pending.words) insertWords(db, name, data);
  }
}

interface PackedColumn {
  readonly name: string;
  readonly packed: PackedNumbers;
}

interface Packed {
  readonly shelf: PackedShelf;
  readonly columns: readonly PackedColumn[];
}

/** What is written of a segment beside its blocks and columns. */
interface Pending {
  readonly rows: number;
  readonly undated: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly contexts: string;
  readonly words: readonly { readonly name: string; readonly data: Buffer }[];
  readonly problems: readonly {
    readonly kind: LogProblemKind;
    readonly line: number;
    readonly at: number;
    readonly detail: string;
  }[];
  readonly state: SourceState;
}
