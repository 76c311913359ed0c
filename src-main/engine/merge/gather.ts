import type { RecordProblem } from '../../domain/record-problem.ts';
import type { ReadableDb } from '../../store/db.ts';
import { lastSeq } from '../../store/queries/entry.ts';
import type { EngineHost } from '../host.ts';
import type { Job } from '../jobs.ts';
import type { CheckedText } from '../record/checked-text.ts';
import { type Checkers, checkersFor } from '../record/checkers.ts';
import { type Beside, readBatches } from '../record/read-batches.ts';
import type { PackedBatch } from '../record/unpack.ts';

export interface How {
  /** Rows after this one only. */
  readonly from: number;
  readonly beside: Beside;
  /** Whether signatures are checked; those of the own file were when they came in, and `verify` checks them again. */
  readonly signatures: boolean;
}

export interface Gathered {
  readonly entries: number;
  readonly problems: readonly RecordProblem[];
  /** The last row that was read. */
  readonly last: number;
}

/**
 * Checks each entry of a record by itself, in threads, and hands it on in the order of the file.
 * @param hand called for each batch, in the order of the file
 */
export async function gather(
  db: ReadableDb,
  host: EngineHost,
  job: Pick<Job, 'check' | 'progress'>,
  { from, beside, signatures }: How,
  hand: (batch: CheckedText) => Promise<void>,
): Promise<Gathered> {
  const expected = lastSeq(db);
  const batches = readBatches(db, beside, from);
  const problems: RecordProblem[] = [];
  let [entries, next, last] = [0, 0, from];
  const checkers = checkersFor(host, expected - from, signatures);
  const inOrder = new Map<number, CheckedText>();
  let handed = 0;
  try {
    await Promise.all(checkers.lanes.map(async (check) => lane(check)));
  } finally {
    checkers.end();
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

  async function lane(check: Checkers['lanes'][number]): Promise<void> {
    for (;;) {
      job.check();
      const { value: batch } = batches.next() as { value: PackedBatch | undefined };
      if (batch === undefined) return;
      const place = next;
      next += 1;
      ({ last } = batch);
      const result = await check(batch);
      inOrder.set(place, result);
      await handOn();
      problems.push(...result.problems);
      entries += result.count;
      job.progress({
        item: 'entries',
        unit: 'rows',
        done: entries,
        total: Math.max(entries, expected - from),
      });
    }
  }
}
