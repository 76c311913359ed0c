import type { LogProblemKind } from './problem.ts';
import type { RowDraft } from './row.ts';

/** The beginning of a file, as far as it is needed to know what it is. */
export interface Sample {
  /** Last part of the file's name, or of the member's inside an archive. */
  readonly name: string;
  /** At most 64 KiB, as in the (unpacked) file. */
  readonly bytes: Uint8Array;
  /** The same as text; empty for what is no text. */
  readonly lines: readonly string[];
  /** When the file was changed last, ms since 1970 UTC; null where nobody knows. */
  readonly modified: number | null;
}

/** What a reader needs to be told by a person, because the format does not say it. */
export interface Asks {
  /** Times are local and no zone is written. */
  readonly zone?: true;
  /**
   * Dates have no year; what the file's own date suggests for its *first* row, because a log is read in one pass and
   * the years are counted on from there. 0 where nothing suggests one.
   */
  readonly year?: number;
  /** A table whose columns have no fixed meaning: its heading. */
  readonly columns?: readonly string[];
}

export interface Detection {
  /** 0 to 1; the surest reader is proposed. Above 0.9: a signature or heading that nothing else has. */
  readonly certainty: number;
  readonly asks: Asks;
}

/** What was said by a person, or proposed and left as it was. */
export interface Given {
  readonly name: string;
  /** IANA zone or fixed offset (`+02:00`) of times without one; needed where `asks.zone` is set. */
  readonly zone: string | null;
  /** Of the first row, where dates have none. */
  readonly year: number | null;
  /** Of a table: which of its columns is what (`time`, a common column), by heading. */
  readonly columns: Readonly<Record<string, string>>;
  readonly modified: number | null;
}

/** Where a reader puts what it finds. */
export interface RowSink {
  /** The one draft that is filled again and again. */
  readonly row: RowDraft;
  /** Takes the row as it stands in `row` at this moment. */
  add(): void;
  problem(kind: LogProblemKind, line: number, offset: number, detail: string): void;
  /**
   * What the rows that follow need to be understood by `fields`, such as the heading in force. Empty at the start.
   * Kept once per text.
   */
  context(text: string): void;
}

/** Reads one file from its first byte to its last. The pieces it is fed may be cut anywhere. */
export interface ReaderRun {
  /** The bytes belong to the caller again when it returns. */
  feed(piece: Buffer): void;
  /** The file is over: what stands in the last line without an end is a row, too. */
  end(): void;
}

/** A field of a row as its own format names it. */
export interface NamedField {
  readonly name: string;
  readonly value: string;
}

/**
 * One kind of log. Reading is a pure function of the bytes and of what was given: a job that was killed reads again
 * and leaves out as many rows as it had, so that no row comes twice or is lost.
 */
export interface LogReader {
  /** Kept in the index and in citations. */
  readonly id: string;
  readonly detect: (sample: Sample) => Detection | null;
  readonly open: (given: Given, sink: RowSink) => ReaderRun;
  /**
   * All fields of one row, in the order of the format.
   * @param raw the row's text @param context the last one that was told before the row
   */
  readonly fields: (raw: string, context: string) => readonly NamedField[];
}
