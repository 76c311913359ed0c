import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { RequestOf } from '../../src-main/contract/index.ts';
import { type LogExported, logExportedSchema } from '../../src-main/contract/log-export.ts';
import { ask } from '../api/client.ts';
import { en } from '../strings/en.ts';
import { useCase } from './case.ts';
import { runJob } from './jobs.ts';
import { askedNow } from './log-search.ts';

export type RowFormat = RequestOf<'log.save'>['format'];

/** What was written last, or why it was not; null until something is. */
export const useLogExport = create<{ readonly done: LogExported | null; readonly error: ErrorData | null }>(
  () => ({ done: null, error: null }),
);

export const dismissLogExport = (): void => useLogExport.setState({ done: null, error: null });

/** Writes every line that the search finds where the person says: a job that can be cancelled. */
export async function exportLogRows(format: RowFormat): Promise<void> {
  const path = useCase.getState().info?.path;
  dismissLogExport();
  const answer = await ask('log.save', { ...askedNow(), format });
  if (!answer.ok) {
    useLogExport.setState({ error: answer.error });
    return;
  }
  const { job } = answer.data;
  if (job === null) return;
  const outcome = await runJob('log.export', en.logSearch.export.job, () =>
    Promise.resolve({ ok: true, data: { job } }),
  );
  if (useCase.getState().info?.path !== path || outcome.end === 'cancelled') return;
  if (!outcome.ok) {
    useLogExport.setState({ error: outcome.error });
    return;
  }
  const parsed = logExportedSchema.safeParse(outcome.result);
  useLogExport.setState(
    parsed.success
      ? { done: parsed.data }
      : { error: { code: 'bug', message: parsed.error.message, details: {} } },
  );
}
