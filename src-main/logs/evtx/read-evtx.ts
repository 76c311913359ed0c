import { type ChunkHeader, chunkHeader } from './chunk-header.ts';
import { ChunkSlots, type Slot } from './chunk-slots.ts';
import { ChunkXml } from './chunk-xml.ts';
import type { FileHeader } from './file-header.ts';
import { CHUNK, CHUNK_MAGIC, FILE_MAGIC, hasMagic } from './format.ts';
import { EvtxRecord } from './record.ts';
import { type Found, recordPlaces } from './record-chain.ts';

/** Something that is wrong with the file. It never keeps a record from being read. */
export interface EvtxProblem {
  readonly kind: EvtxProblemKind;
  /** Where in the file, bytes. */
  readonly at: number;
}

export type EvtxProblemKind =
  | 'no-file-header'
  | 'file-header-checksum'
  | 'chunk-count'
  | 'chunk-header-checksum'
  | 'chunk-data-checksum'
  | 'free-space-offset'
  | 'broken-chain'
  | 'no-chunk'
  | 'short-chunk';

/** What was found in a file as a whole. */
export interface EvtxSummary {
  /** Null where the first block is no header. */
  readonly header: FileHeader | null;
  /** Chunks with their signature, whatever the header announces. */
  readonly chunks: number;
  /** How many records were found in which way. */
  readonly records: Readonly<Record<Found, number>>;
}

const NEVER_USED = Buffer.alloc(CHUNK);

/** Whether a file that begins with these bytes is an event log, or chunks of one. */
export const isEvtx = (head: Buffer): boolean => hasMagic(head, FILE_MAGIC) || hasMagic(head, CHUNK_MAGIC);

/**
 * Reads an event log from a stream of bytes. All 64 KiB slots are looked at up to the end of the file; no count of a
 * header is relied on. At most one chunk is in memory, and those whose records are kept.
 */
export class EvtxReader {
  readonly #slots = new ChunkSlots();
  readonly #records: Record<Found, number> = {
    announced: 0,
    beyond: 0,
    torn: 0,
    'after-gap': 0,
    slack: 0,
    'no-chunk': 0,
  };
  readonly #report: (problem: EvtxProblem) => void;
  #chunks = 0;

  /** @param report told of each problem when it is met */
  constructor(report: (problem: EvtxProblem) => void) {
    this.#report = report;
  }

  /** Bytes in pieces of any size, in the order of the file; they may be used again afterwards. */
  *feed(piece: Uint8Array): Generator<EvtxRecord> {
    for (const slot of this.#slots.feed(piece)) yield* this.#slot(slot);
  }

  /** After the last piece. */
  *end(): Generator<EvtxRecord> {
    for (const slot of this.#slots.end()) yield* this.#slot(slot);
    const header = this.#slots.header;
    if (header === null) this.#problem('no-file-header', 0);
    if (header?.checksum === 'wrong') this.#problem('file-header-checksum', 0);
    if (header !== null && header.chunks !== this.#chunks % 65_536) this.#problem('chunk-count', 42);
  }

  summary(): EvtxSummary {
    return {
      header: this.#slots.header,
      chunks: this.#chunks,
      records: { ...this.#records },
    };
  }

  *#slot({ at, bytes }: Slot): Generator<EvtxRecord> {
    const header = chunkHeader(bytes, this.#slots.header?.unchecked ?? false);
    if (header === null) {
      // Room that was never used.
      if (bytes.equals(NEVER_USED.subarray(0, bytes.length))) return;
      this.#problem('no-chunk', at);
    } else {
      this.#chunks += 1;
      this.#judge(header, at);
    }
    if (bytes.length < CHUNK) this.#problem('short-chunk', at);
    const { places, gaps } = recordPlaces(bytes, header);
    for (const gap of gaps) this.#problem('broken-chain', at + gap.at);
    const chunk = new ChunkXml(bytes);
    for (const place of places) {
      this.#records[place.found] += 1;
      yield new EvtxRecord(chunk, at, place, header?.dataChecksum ?? 'none');
    }
  }

  #judge(header: ChunkHeader, at: number): void {
    if (header.headChecksum === 'wrong') this.#problem('chunk-header-checksum', at);
    if (header.dataChecksum === 'wrong') this.#problem('chunk-data-checksum', at);
    if (header.endIsNonsense) this.#problem('free-space-offset', at + 48);
  }

  #problem(kind: EvtxProblemKind, at: number): void {
    this.#report({ kind, at });
  }
}
