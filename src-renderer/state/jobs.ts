import { create } from 'zustand';
import { ask } from '../api/client.ts';
import { followJob, type JobOutcome } from '../api/job.ts';
import type { JobProgress } from '../../src-main/contract/job.ts';

export interface RunningJob {
  /** The engine's name of it, or a local one until the engine has answered. */
  readonly job: string;
  readonly kind:
    | 'evidence.add'
    | 'evidence.verify'
    | 'evidence.extract'
    | 'share.copy'
    | 'share.bag'
    | 'share.standard'
    | 'record.merge'
    | 'record.preview'
    | 'record.compare'
    | 'timeline.import'
    | 'log.import'
    | 'document.make'
    | 'log.export'
    | 'print';
  readonly name: string;
  readonly progress: JobProgress | null;
  readonly paused: boolean;
  readonly cancelling: boolean;
  /** Done in one piece: nobody knows how far it is, and it cannot stand still. */
  readonly inOnePiece?: boolean;
  /** How work that is no job of the engine is cancelled; undefined where it cannot be. */
  readonly onCancel?: () => void;
}

/** How a job came to its end; `broken` where nobody wanted it to. */
type JobEnd = 'done' | 'refused' | 'cancelled' | 'broken';

interface JobsState {
  readonly jobs: readonly RunningJob[];
}

/** Long work that a person started and can cancel. */
export const useJobs = create<JobsState>(() => ({ jobs: [] }));

/** Whether work goes on by itself: a job that stands still waits for its person, and is no reason to keep a key. */
export const goesOn = ({ jobs }: JobsState): boolean => jobs.some(({ paused }) => !paused);

export function resetJobs(): void {
  useJobs.setState({ jobs: [] });
}

function change(job: string, part: Partial<RunningJob>): void {
  useJobs.setState(({ jobs }) => ({
    jobs: jobs.map((running) => (running.job === job ? { ...running, ...part } : running)),
  }));
}

function remove(job: string): void {
  useJobs.setState(({ jobs }) => ({ jobs: jobs.filter((running) => running.job !== job) }));
}

let local = 0;

type Starter = () => Promise<Awaited<ReturnType<typeof ask<'evidence.add'>>>>;

/** Shows a job at once, starts it, and follows it to its end. */
export async function runJob(
  kind: RunningJob['kind'],
  name: string,
  start: Starter,
): Promise<JobOutcome & { readonly end: JobEnd }> {
  local += 1;
  const placeholder = `local-${local}`;
  const shown: RunningJob = {
    job: placeholder,
    kind,
    name,
    progress: null,
    paused: false,
    cancelling: false,
  };
  useJobs.setState(({ jobs }) => ({ jobs: [...jobs, shown] }));
  const started = await start();
  if (!started.ok) {
    remove(placeholder);
    return { ok: false, error: started.error, end: 'refused' };
  }
  const { job } = started.data;
  // What a person pressed before the engine had given it a name.
  const pressed = useJobs.getState().jobs.find((running) => running.job === placeholder);
  change(placeholder, { job });
  if (pressed?.cancelling === true) void ask('job.cancel', { job });
  else if (pressed?.paused === true) void ask('job.pause', { job });
  const outcome = await followJob(job, (progress) => change(job, { progress }));
  const asked = useJobs.getState().jobs.find((running) => running.job === job)?.cancelling === true;
  remove(job);
  return { ...outcome, end: outcome.ok ? 'done' : asked ? 'cancelled' : 'broken' };
}

/** Quicker work is not shown at all (design §6). */
const SHOWN_AFTER = 400;

/**
 * Shows work that is no job of the engine, where it takes long enough to be noticed.
 * @returns called at its end; says whether somebody cancelled it
 */
export function showWork(kind: RunningJob['kind'], name: string, onCancel?: () => void): () => boolean {
  local += 1;
  const job = `local-${local}`;
  const shown = { job, kind, name, progress: null, paused: false, cancelling: false, inOnePiece: true };
  const known: RunningJob = onCancel === undefined ? shown : { ...shown, onCancel };
  const timer = setTimeout(() => useJobs.setState(({ jobs }) => ({ jobs: [...jobs, known] })), SHOWN_AFTER);
  return () => {
    clearTimeout(timer);
    const cancelled = useJobs.getState().jobs.some((one) => one.job === job && one.cancelling);
    remove(job);
    return cancelled;
  };
}

export function cancelJob(job: string): void {
  change(job, { cancelling: true });
  useJobs
    .getState()
    .jobs.find((running) => running.job === job)
    ?.onCancel?.();
  if (!job.startsWith('local-')) void ask('job.cancel', { job });
}

/** Holds a job where it stands. */
export function pauseJob(job: string): void {
  change(job, { paused: true });
  if (!job.startsWith('local-')) void ask('job.pause', { job });
}

export function resumeJob(job: string): void {
  change(job, { paused: false });
  if (!job.startsWith('local-')) void ask('job.resume', { job });
}
