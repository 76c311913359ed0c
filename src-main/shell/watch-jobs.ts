import type { EventData, EventName } from '../contract/events.ts';
import type { Answer, EngineMethodName } from '../contract/index.ts';

/** Which jobs of an engine run, as far as its answers and events tell. */
export interface JobWatch {
  readonly answered: (answer: Answer<EngineMethodName>) => void;
  readonly heard: (name: EventName, data: EventData<EventName>) => void;
  /** The engine, and with it every job, is gone, because somebody wanted it. */
  readonly gone: () => void;
  /** It is gone and nobody wanted it: its jobs have failed. */
  readonly broken: () => void;
  readonly none: () => boolean;
}

/** How a job came to its end; one that was cancelled was ended by its person. */
export type JobOutcome = 'done' | 'failed' | 'cancelled';

/** @param ended is told each end, and how long the job ran, in ms */
export function watchJobs(ended: (outcome: JobOutcome, took: number) => void = () => {}): JobWatch {
  /** Jobs with the moment of their answer, ms of the monotonic clock. */
  const running = new Map<string, number>();
  /** Ends that came before the answer that names the job: a tiny file is hashed faster than the answer travels. */
  const early = new Set<string>();
  return {
    answered: (answer) => {
      if (!answer.ok || !('job' in answer.data) || typeof answer.data.job !== 'string') return;
      const { job } = answer.data;
      if (!early.delete(job)) running.set(job, performance.now());
    },
    heard: (name, data) => {
      if (name !== 'job.ended' || !('job' in data)) return;
      const started = running.get(data.job);
      if (!running.delete(data.job)) early.add(data.job);
      const end = data as EventData<'job.ended'>;
      const outcome = end.ok ? 'done' : end.error.code === 'cancelled' ? 'cancelled' : 'failed';
      if (started !== undefined) ended(outcome, performance.now() - started);
    },
    broken: () => {
      const now = performance.now();
      for (const started of running.values()) ended('failed', now - started);
      running.clear();
      early.clear();
    },
    gone: () => {
      running.clear();
      early.clear();
    },
    none: () => running.size === 0,
  };
}
