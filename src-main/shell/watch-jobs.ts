import type { EventData, EventName } from '../contract/events.ts';
import type { Answer, EngineMethodName } from '../contract/index.ts';

/** Which jobs of an engine run, as far as its answers and events tell. */
export interface JobWatch {
  readonly answered: (answer: Answer<EngineMethodName>) => void;
  readonly heard: (name: EventName, data: EventData<EventName>) => void;
  /** The engine, and with it every job, is gone. */
  readonly gone: () => void;
  readonly none: () => boolean;
}

export function watchJobs(): JobWatch {
  const running = new Set<string>();
  /** Ends that came before the answer that names the job: a tiny file is hashed faster than the answer travels. */
  const early = new Set<string>();
  return {
    answered: (answer) => {
      if (!answer.ok || !('job' in answer.data) || typeof answer.data.job !== 'string') return;
      const { job } = answer.data;
      if (!early.delete(job)) running.add(job);
    },
    heard: (name, data) => {
      if (name !== 'job.ended' || !('job' in data)) return;
      if (!running.delete(data.job)) early.add(data.job);
    },
    gone: () => {
      running.clear();
      early.clear();
    },
    none: () => running.size === 0,
  };
}
