import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { EntryId } from '../../domain/brands.ts';
import { type DagNode, checkDag } from '../../domain/dag.ts';
import { caseIdOf } from '../../domain/entry-hash.ts';
import { fromHex, hex } from '../../domain/bytes.ts';
import { totalOrder } from '../../domain/order.ts';
import { type ProjectionTable, projectionTables } from '../../domain/projection/rows.ts';
import { type RecordProblem, recordProblem } from '../../domain/record-problem.ts';
import { sha256 } from '../../casework/node-crypto.ts';
import type { ReadableDb } from '../../store/db.ts';
import { foreignFields } from '../../store/queries/check.ts';
import { lastSeq, tips } from '../../store/queries/entry.ts';
import { projectedOutside } from '../../store/queries/projection.ts';
import type { EngineHost } from '../host.ts';
import type { Job } from '../jobs.ts';
import { type WorkerHandle, startWorker } from '../worker.ts';
import type { BatchResult, CheckedEntry, RawEntry } from './check-batch.ts';
import { readBatches } from './read-batches.ts';

export interface RecordReport {
  readonly entries: number;
  readonly fields: number;
  readonly rows: number;
  readonly problems: readonly RecordProblem[];
  /** Hashes of entries that no other follows, ascending. */
  readonly tips: readonly string[];
  /** SHA-256 over the rows of all views in order, hex: equal for equal sets of entries. */
  readonly projection: string;
}

/**
 * Checks every entry and how they hang together. Signatures are checked in threads; the database is read here in
 * short slices, so that notes are written meanwhile.
 */
export async function checkRecord(
  db: ReadableDb,
  host: EngineHost,
  job: Job,
  views: boolean,
): Promise<RecordReport> {
  const last = lastSeq(db);
  const batches = readBatches(db, last, views);
  const problems: RecordProblem[] = [];
  const checked: CheckedEntry[][] = [];
  const digests: string[] = [];
  let fields = 0;
  let rows = 0;
  let done = 0;
  let next = 0;
  // A thread takes longer to start than to check a few hundred entries.
  const threads = Math.max(1, Math.min(8, availableParallelism(), Math.ceil(last / 500)));
  const workers = Array.from({ length: threads }, () => startWorker(host, 'check-entries'));
  try {
    // Two lanes a worker: while one batch is checked, the next is already read.
    await Promise.all([...workers, ...workers].map((worker) => lane(worker)));
  } finally {
    for (const worker of workers) worker.end();
  }
  const entries = checked.flat();
  problems.push(...hangTogether(entries, views));
  const ends = tipsOf(entries);
  if (views) problems.push(...beyond(db, entries.length, last, ends));
  problems.push(...caseIdProblems(entries));
  return {
    entries: entries.length,
    fields,
    rows,
    problems,
    tips: ends,
    projection: createHash('sha256').update(digests.join('')).digest('hex'),
  };

  async function lane(worker: WorkerHandle): Promise<void> {
    for (;;) {
      job.check();
      const { value: batch } = batches.next() as { value: RawEntry[] | undefined };
      if (batch === undefined) return;
      const place = next;
      next += 1;
      const result = await worker.ask<RawEntry[], BatchResult>(batch);
      checked[place] = [...result.entries];
      digests[place] = result.digest;
      problems.push(...result.problems);
      fields += result.fields;
      rows += result.rows;
      done += batch.length;
      job.progress({ item: 'entries', unit: 'rows', done, total: last });
    }
  }
}

function hangTogether(entries: readonly CheckedEntry[], views: boolean): RecordProblem[] {
  const nodes: DagNode[] = [];
  for (const { id, header, saysOpened } of entries) {
    if (header !== null) nodes.push({ id: id as EntryId, header, saysOpened });
  }
  const problems = checkDag(nodes);
  const [first] = nodes;
  for (const { id, header } of nodes) {
    if (header.case !== first?.header.case) problems.push(recordProblem('case-wrong', { entry: id }));
  }
  if (views) {
    const order = totalOrder(
      nodes.map(({ id, header }) => ({ id, parents: header.parents, recorded: header.recorded })),
    );
    const place = new Map(order.map(({ id }, i) => [id as string, i + 1]));
    for (const { id, number } of entries) {
      const expected = place.get(id);
      if (number !== null && expected !== undefined && number !== expected) {
        problems.push(
          recordProblem('projection-wrong', { entry: id, table: 'timeline', place: `row ${number}` }),
        );
      }
    }
  }
  return problems;
}

/** Rows beyond the record; entries written since the check began do not count. */
function beyond(db: ReadableDb, entries: number, last: number, ends: readonly string[]): RecordProblem[] {
  const problems: RecordProblem[] = [];
  const foreign = foreignFields(db);
  if (foreign > 0) problems.push(recordProblem('field-foreign', { place: `${foreign} rows` }));
  if (lastSeq(db) !== last) return problems;
  // What the next entry would follow.
  const kept = new Set(tips(db).map((tip) => hex(tip)));
  for (const end of ends) {
    if (!kept.delete(end)) problems.push(recordProblem('projection-wrong', { table: 'tip', entry: end }));
  }
  for (const other of kept) {
    problems.push(recordProblem('projection-foreign', { table: 'tip', place: `entry ${other.slice(0, 8)}` }));
  }
  for (const table of Object.keys(projectionTables) as ProjectionTable[]) {
    const count = projectedOutside(db, table, entries);
    if (count > 0) problems.push(recordProblem('projection-foreign', { table, place: `${count} rows` }));
  }
  return problems;
}

function caseIdProblems(entries: readonly CheckedEntry[]): RecordProblem[] {
  const [first] = entries;
  if (first?.header == null) return [];
  const { nonce } = first;
  const id =
    nonce === null ? '' : caseIdOf(sha256, Buffer.from(nonce, 'base64url'), fromHex(first.header.author));
  return id === first.header.case ? [] : [recordProblem('case-id-wrong', { entry: first.id })];
}

function tipsOf(entries: readonly CheckedEntry[]): string[] {
  const followed = new Set<string>();
  for (const { header } of entries) for (const parent of header?.parents ?? []) followed.add(parent);
  return entries
    .map(({ id }) => id)
    .filter((id) => !followed.has(id))
    .toSorted();
}
