import type { ErrorData } from '../../src-main/contract/error.ts';
import { type ReportCheck, reportCheckSchema } from '../../src-main/contract/report-check.ts';
import type { ResponseOf } from '../../src-main/contract/index.ts';
import { ask } from '../api/client.ts';
import { followJob, listenToJobs } from '../api/job.ts';
import { percent } from '../format/number.ts';

export interface ReportChecked {
  readonly report: ReportCheck;
  /** Milliseconds. */
  readonly took: number;
}

export type CheckedKind = ResponseOf<'file.kind'>['kind'];

/** A web page is checked as a report and a folder as a bag, without a passphrase. */
export async function kindOf(path: string): Promise<CheckedKind> {
  const answer = await ask('file.kind', { path });
  // What cannot be read is said by the page that asks for its passphrase.
  return answer.ok ? answer.data.kind : 'other';
}

/** Checks a report. @param onPercent how far it is */
export async function checkReport(
  path: string,
  onPercent: (done: number) => void,
): Promise<ReportChecked | ErrorData> {
  listenToJobs();
  const began = performance.now();
  const started = await ask('report.check', { path });
  if (!started.ok) return started.error;
  const outcome = await followJob(started.data.job, ({ done, total }) =>
    onPercent(total === null ? 0 : percent(done, total)),
  );
  if (!outcome.ok) return outcome.error;
  const parsed = reportCheckSchema.safeParse(outcome.result);
  if (!parsed.success) return { code: 'bug', message: parsed.error.message, details: {} };
  return { report: parsed.data, took: performance.now() - began };
}
