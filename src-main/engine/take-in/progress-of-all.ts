import { statSync } from 'node:fs';
import type { Job } from '../jobs.ts';
import type { Place } from '../worker.ts';

/**
 * Tells progress of one item and of all. What a folder holds is known when it was looked through; until then the
 * whole has no total.
 */
export function progressOfAll(
  job: Job,
  paths: readonly { readonly bytes: Buffer }[],
): (index: number, at: Place) => void {
  const totals = paths.map(({ bytes }) => fileSize(bytes));
  const done = paths.map(() => 0);
  let current = 0;
  return (index, at) => {
    // Items before this one are over, whether or not each told its last byte.
    for (; current < index; current += 1) done[current] = totals[current] ?? done[current] ?? 0;
    totals[index] = at.total;
    done[index] = at.done;
    job.progress({
      ...at,
      unit: 'bytes',
      all: {
        item: index + 1,
        items: paths.length,
        done: done.reduce((sum, bytes) => sum + bytes, 0),
        total: totals.reduce<number | null>(
          (sum, bytes) => (sum === null || bytes === null ? null : sum + bytes),
          0,
        ),
      },
    });
  };
}

function fileSize(path: Buffer): number | null {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat?.isDirectory() === true ? null : (stat?.size ?? 0);
  } catch {
    // Reading it will say why.
    return 0;
  }
}
