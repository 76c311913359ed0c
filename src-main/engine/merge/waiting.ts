import { fromHex, hex } from '../../domain/bytes.ts';
import { parseHeader } from '../../domain/header.ts';
import { CaseError } from '../../domain/errors.ts';
import type { ReadableDb } from '../../store/db.ts';
import { type QuarantineRow, quarantined } from '../../store/queries/quarantine.ts';
import type { RawEntry } from '../../domain/record/check-batch.ts';

/** The later side of a fork, which waits outside the record. */
export interface WaitingFork {
  /** Hash of its first entry, hex. */
  readonly id: string;
  /** Keys in hex. */
  readonly author: string;
  readonly writer: string;
  readonly n: number;
  /** The first entry and all that wait because of it, parents first. */
  readonly rows: readonly QuarantineRow[];
}

/** What waits, by fork. Entries that follow from several forks stand with the first. */
export function waitingForks(db: ReadableDb): WaitingFork[] {
  const forks: (WaitingFork & { rows: QuarantineRow[]; ids: Set<string> })[] = [];
  for (const row of quarantined(db)) {
    const { author, writer, n, parents } = headerOf(row);
    const id = hex(row.hash);
    const fork = forks.find(({ ids }) => parents.some((parent) => ids.has(parent)));
    if (fork === undefined) forks.push({ id, author, writer, n, rows: [row], ids: new Set([id]) });
    else {
      fork.rows.push(row);
      fork.ids.add(id);
    }
  }
  return forks;
}

function headerOf(row: QuarantineRow) {
  const header = parseHeader(Buffer.from(row.header).toString('utf8'));
  if (typeof header === 'string') {
    throw new CaseError('bug', { reason: `a waiting entry is unreadable: ${header}` });
  }
  return header;
}

/** A waiting entry as a row of a record. @param seq its place among those that come in */
export function asRaw(row: QuarantineRow, seq: number): RawEntry {
  const { author, writer, n } = headerOf(row);
  const fields = JSON.parse(row.fields) as [string, string, string, string][];
  return {
    seq,
    hash: row.hash,
    header: row.header,
    signature: row.signature,
    author: fromHex(author),
    writer: fromHex(writer),
    n,
    fields: fields.map(([name, salt, value, digest]) => [name, salt, value, fromHex(digest)]),
    number: null,
    stored: null,
  };
}
