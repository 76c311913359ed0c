import { availableParallelism } from 'node:os';
import type { RecordProblem } from '../../domain/record-problem.ts';
import type { ReadableDb } from '../../store/db.ts';
import { lastSeq } from '../../store/queries/entry.ts';
import type { EngineHost } from '../host.ts';
import type { Job } from '../jobs.ts';
import { type BatchResult, type RawEntry, checkBatch } from '../record/check-batch.ts';
import { type Beside, readBatches } from '../record/read-batches.ts';
import { sha256, signatureChecker } from '../../casework/node-crypto.ts';
import { type WorkerHandle, startWorker } from '../worker.ts';
import type { CheckedEntry } from '../record/check-batch.ts';

export interface Gathered {
  readonly entries: number;
  readonly problems: readonly RecordProblem[];
  /** The last row that was read. */
  readonly last: number;
}

/** Up to this many entries are checked in less time than a thread takes to start. */
const CHECKED_HERE = 500;

/**
 * Checks each entry of a record by itself, in threads, and hands it on in the order of the file.
 * @param from rows after this one only
 * @param hand called for each batch, in the order of the file
 */
export async function gather(
  db: ReadableDb,
  host: EngineHost,
  job: Pick<Job, 'check' | 'progress'>,
  { from, beside }: { readonly from: number; readonly beside: Beside },
  hand: (entries: readonly CheckedEntry[]) => Promise<void>,
): Promise<Gathered> {
  const last = lastSeq(db);
  const batches = readBatches(db, last, beside, from);
  const problems: RecordProblem[] = [];
  let [entries, next] = [0, 0];
  const few = last - from <= CHECKED_HERE;
  const threads = few ? 0 : Math.min(8, availableParallelism());
  const workers = Array.from({ length: threads }, () => startWorker(host, 'check-entries'));
  const checkHere = signatureChecker();
  const inOrder = new Map<number, readonly CheckedEntry[]>();
  let handed = 0;
  try {
    await Promise.all(few ? [lane(null)] : [...workers, ...workers].map(lane));
  } finally {
    for (const worker of workers) worker.end();
  }
  return { entries, problems, last };

  /** Batches come back in any order; the first that is missing holds up the later ones. */
  async function handOn(): Promise<void> {
    for (let batch = inOrder.get(handed); batch !== undefined; batch = inOrder.get(handed)) {
      inOrder.delete(handed);
      handed += 1;
      await hand(batch);
    }
  }

  async function lane(worker: WorkerHandle | null): Promise<void> {
    for (;;) {
      job.check();
      const { value: batch } = batches.next() as { value: RawEntry[] | undefined };
      if (batch === undefined) return;
      const place = next;
      next += 1;
      const result =
        worker === null
          ? checkBatch(batch, sha256, checkHere)
          : await worker.ask<RawEntry[], BatchResult>(batch);
      inOrder.set(place, result.entries);
      await handOn();
      problems.push(...result.problems);
      entries += batch.length;
      job.progress({ item: 'entries', unit: 'rows', done: entries, total: last - from });
    }
  }
}
