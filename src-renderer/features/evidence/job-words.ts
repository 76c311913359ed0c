import type { JobProgress } from '../../../src-main/contract/job.ts';
import { duration } from '../../format/duration.ts';
import { count, percent, size } from '../../format/number.ts';
import type { RunningJob } from '../../state/jobs.ts';
import { en } from '../../strings/en.ts';

export function jobPercent(progress: JobProgress | null): number | null {
  if (progress === null) return 0;
  return progress.total === null ? null : percent(progress.done, progress.total);
}

/** `hashing, 42 of 68 MB, 310 MB/s, under 1 s left`. */
export function jobSentence(job: RunningJob): string {
  const text = en.evidence.job;
  const { progress } = job;
  if (progress === null) return text.waiting;
  const amount = progress.unit === 'bytes' ? size : count;
  const what = job.kind === 'evidence.verify' ? text.verifying : text.adding;
  const parts = [
    progress.total === null
      ? text.progressOpen(what, amount(progress.done))
      : text.progress(what, amount(progress.done), amount(progress.total)),
    ...(progress.rate === null ? [] : [text.rate(amount(progress.rate))]),
    ...(progress.eta === null ? [] : [text.left(duration(progress.eta))]),
  ];
  return parts.join(', ');
}
