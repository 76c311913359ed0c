import type { JobProgress } from '../../src-main/contract/job.ts';
import { en } from '../strings/en.ts';
import { duration } from './duration.ts';
import { count, percent, size } from './number.ts';

/** What there is to know of a job for saying how far it is. */
interface JobShown {
  readonly kind: string;
  readonly progress: JobProgress | null;
  readonly paused: boolean;
  readonly cancelling: boolean;
  readonly inOnePiece?: boolean;
}

/** How much of the whole job is done; null where the end is not known. */
export function jobPercent({ progress, inOnePiece = false }: JobShown): number | null {
  if (inOnePiece) return null;
  if (progress === null) return 0;
  const { done, total } = progress.all ?? progress;
  return total === null ? null : percent(done, total);
}

const DOING: Readonly<Record<string, string>> = en.evidence.job.doing;

/** `hashing, 42 of 68 MB, 310 MB/s, under 1 s left`; of several files, how far all of them are. */
export function jobSentence(job: JobShown): string {
  const text = en.evidence.job;
  const { progress } = job;
  if (job.cancelling) return text.cancelling;
  if (job.inOnePiece === true) return job.kind === 'print' ? text.laidOut : text.inOnePiece;
  if (progress === null) return job.paused ? text.paused : text.waiting;
  const amount = progress.unit === 'bytes' ? size : count;
  const { done, total } = progress.all ?? progress;
  const several = progress.all !== undefined && progress.all.items > 1;
  return [
    job.paused ? text.paused : (DOING[job.kind] ?? text.working),
    ...(several && progress.all !== undefined
      ? [text.item(count(progress.all.item), count(progress.all.items))]
      : []),
    total === null ? amount(done) : text.progress(amount(done), amount(total)),
    ...(progress.rate === null || job.paused ? [] : [text.rate(amount(progress.rate))]),
    ...(progress.eta === null || job.paused ? [] : [text.left(duration(progress.eta))]),
  ].join(', ');
}

/** `this file: 42 of 68 MB`, where the job has several; empty otherwise. */
export function fileSentence({ progress }: JobShown): string {
  if (progress?.all === undefined || progress.all.items < 2) return '';
  const amount = progress.unit === 'bytes' ? size : count;
  const text = en.evidence.job;
  return text.thisFile(
    progress.total === null
      ? amount(progress.done)
      : text.progress(amount(progress.done), amount(progress.total)),
  );
}
