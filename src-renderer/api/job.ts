import type { ErrorData } from '../../src-main/contract/error.ts';
import type { JobEnded, JobProgress } from '../../src-main/contract/job.ts';
import { listen } from './client.ts';

export type JobOutcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: ErrorData };

interface Waiting {
  readonly onProgress: (progress: JobProgress) => void;
  readonly onEnd: (outcome: JobOutcome) => void;
}

const waiting = new Map<string, Waiting>();
/** Ends that came before the answer that names the job: a tiny file is hashed faster than the answer travels. */
const early = new Map<string, JobEnded>();
let listening = false;

function outcomeOf(ended: JobEnded): JobOutcome {
  return ended.ok ? { ok: true, result: ended.result } : { ok: false, error: ended.error };
}

/** Starts to listen for jobs; called once, before the first job can start. */
export function listenToJobs(): void {
  if (listening) return;
  listening = true;
  listen('job.progress', (progress) => waiting.get(progress.job)?.onProgress(progress));
  listen('job.ended', (ended) => {
    const watcher = waiting.get(ended.job);
    if (watcher === undefined) {
      early.set(ended.job, ended);
      return;
    }
    waiting.delete(ended.job);
    watcher.onEnd(outcomeOf(ended));
  });
}

/** Follows a started job to its end. */
export function followJob(job: string, onProgress: (progress: JobProgress) => void): Promise<JobOutcome> {
  const ended = early.get(job);
  if (ended !== undefined) {
    early.delete(job);
    return Promise.resolve(outcomeOf(ended));
  }
  return new Promise((resolve) => waiting.set(job, { onProgress, onEnd: resolve }));
}

/** Ends every wait: the engine that ran the jobs is gone. */
export function dropJobs(error: ErrorData): void {
  for (const watcher of waiting.values()) watcher.onEnd({ ok: false, error });
  waiting.clear();
  early.clear();
}
