/** What can be wrong with a place in a log. Each has a sentence in the strings; none ends the reading. */
const logProblems = [
  /** Longer than 1 MiB: its beginning is kept. */
  'line-too-long',
  /** A run of zero bytes, as a power cut leaves it; left out. */
  'nul-run',
  /** More or fewer columns than the heading has. */
  'columns',
  /** No rule of the format fits; kept as raw text without time. */
  'not-understood',
  'no-time',
  /** A date or time that does not exist, or lies outside of the years 1 to 9999. */
  'bad-time',
  /** Before the first heading that says what the columns are. */
  'no-heading',
  /** The container or the file ends in the middle. */
  'truncated',
  /** Of a chunk or record of an event log. */
  'checksum',
  /** A chunk or record that cannot be read. */
  'broken-record',
  /** The log says itself that it lost events. */
  'events-lost',
  'unbalanced-quotes',
  'too-deep',
  'duplicate-key',
  /** A member of an archive, or all of it, was left out: limits against archives that grow without end. */
  'left-out',
  /** The local time and the epoch of one row contradict each other. */
  'clock-contradiction',
  /** The bytes that were read do not have the hash of the exhibit. */
  'original-changed',
] as const;

export type LogProblemKind = (typeof logProblems)[number];

export interface LogProblem {
  readonly kind: LogProblemKind;
  /** Line or record number, from 1; 0 where the whole file is meant. */
  readonly line: number;
  /** Bytes from the start of the (unpacked) file. */
  readonly offset: number;
  /** What exactly; data from the log, never a sentence for people. */
  readonly detail: string;
}
