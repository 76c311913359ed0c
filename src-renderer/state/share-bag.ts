import { create } from 'zustand';
import { type BagMade, bagMadeSchema } from '../../src-main/contract/bag.ts';
import type { ErrorData } from '../../src-main/contract/error.ts';
import { ask } from '../api/client.ts';
import { fileName } from '../format/path.ts';
import { visibleName } from '../format/visible.ts';
import { useCase } from './case.ts';
import { runJob } from './jobs.ts';

/** The bag that was written last, or why it was not. */
export const useShareBag = create<{ readonly made: BagMade | null; readonly error: ErrorData | null }>(
  () => ({ made: null, error: null }),
);

export const resetShareBag = (): void => useShareBag.setState({ made: null, error: null });

/** Writes evidence, custody, timeline and record as a folder where the person says: a job that can be cancelled. */
export async function makeBag(): Promise<void> {
  const open = useCase.getState().info?.path ?? '';
  const suggested = `${fileName(open).replace(/\.holdfast$/, '')} bag`;
  const chosen = await ask('dialog.save-bag', { suggested });
  if (!chosen.ok) {
    useShareBag.setState({ made: null, error: chosen.error });
    return;
  }
  const { path } = chosen.data;
  if (path === null) return;
  resetShareBag();
  const outcome = await runJob('share.bag', visibleName(fileName(path)), () => ask('share.bag', { path }));
  if (useCase.getState().info?.path !== open || outcome.end === 'cancelled') return;
  if (!outcome.ok) {
    useShareBag.setState({ error: outcome.error });
    return;
  }
  const parsed = bagMadeSchema.safeParse(outcome.result);
  useShareBag.setState(
    parsed.success
      ? { made: parsed.data }
      : { error: { code: 'bug', message: parsed.error.message, details: {} } },
  );
}
