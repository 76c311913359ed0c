import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { CaseError } from '../../domain/errors.ts';
import type { FoundRow } from '../../logs/search/log-search.ts';
import type { Counts } from '../../share/interchange/event.ts';
import type { EventWriter } from '../../share/interchange/event-writer.ts';
import { type RowSource, rowEvent, withoutSessions } from './row-event.ts';

export interface WrittenRows {
  readonly size: number;
  readonly sha256: string;
  readonly counts: Readonly<Counts>;
  /** Rows in which the id of a session was masked. */
  readonly masked: number;
}

/** Characters that are gathered before they are written. */
const PIECE = 256 * 1024;

/**
 * Writes rows into a new file, one after the other: no more than a piece of them is in memory.
 * @throws what the file system refuses
 */
export function writeRows(
  path: string,
  rows: Iterable<FoundRow>,
  writer: EventWriter,
  about: {
    readonly sources: readonly RowSource[];
    readonly caseTitle: string;
    readonly progress: (looked: number) => void;
  },
): WrittenRows {
  const sources = new Map(about.sources.map((source) => [source.id, source]));
  const hash = createHash('sha256');
  const file = openSync(path, 'wx', 0o600);
  let [size, masked] = [0, 0];
  let waiting = [writer.begin];
  let length = writer.begin.length;
  // One buffer for all pieces: a million rows would leave gigabytes of them behind.
  const buffer = Buffer.allocUnsafeSlow(4 * PIECE);
  const flush = (): void => {
    const text = waiting.join('');
    const isLong = text.length * 3 > buffer.length;
    const bytes = isLong ? Buffer.from(text) : buffer.subarray(0, buffer.write(text));
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    hash.update(bytes);
    size += bytes.length;
    waiting = [];
    length = 0;
  };
  try {
    for (const { row, looked } of rows) {
      const source = sources.get(row.source);
      // Read in since the job began: the answer names it among what was not searched.
      if (source === undefined) continue;
      const shown = withoutSessions(row, source);
      const before = writer.counts.written;
      const text = writer.write(rowEvent(shown, source, about.caseTitle));
      if (shown !== row) masked += writer.counts.written - before;
      waiting.push(text);
      length += text.length;
      if (length >= PIECE) {
        flush();
        about.progress(looked);
      }
    }
    if (writer.counts.written === 0) throw nothingToWrite(writer.counts);
    flush();
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return { size, sha256: hash.digest('hex'), counts: writer.counts, masked };
}

function nothingToWrite({ undated, outside }: Readonly<Counts>): CaseError {
  const without = undated + outside;
  return new CaseError('wrong-use', {
    reason:
      without === 0
        ? 'No row fits: there is nothing to write.'
        : `None of the ${without} rows that fit has a time that such a file can hold: there is nothing to write.`,
  });
}
