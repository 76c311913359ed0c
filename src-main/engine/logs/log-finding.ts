import type { LogFindings } from '../../logs/findings/run-rules.ts';
import { logIndexPath } from '../../store/log-index/open.ts';
import type { EngineHost } from '../host.ts';
import { type Place, type WorkerHandle, startWorker } from '../worker.ts';
import type { FindInLogsRequest } from '../workers/find-in-logs.ts';

/** What the rules found in the logs of an open case, kept while nothing new is read. */
export interface LogFinding {
  /** What was found last; null before the first time. */
  readonly last: (LogFindings & { readonly of: string }) | null;
  /** How far the rules are that are asked now; null where none is. */
  readonly running: Place | null;
  /** Asks the rules in a thread of their own, where none is asked. @param of what the index holds now */
  start(of: string, labels: FindInLogsRequest['labels'], key: Uint8Array): void;
  /** Breaks off and forgets. */
  end(): void;
}

export function logFinding(host: EngineHost, casePath: string): LogFinding {
  let worker: WorkerHandle | null = null;
  let last: LogFinding['last'] = null;
  let running: Place | null = null;
  let failure: Error | null = null;
  const stop = (): void => {
    worker?.end();
    worker = null;
    running = null;
  };
  return {
    get last() {
      return last;
    },
    get running() {
      return running;
    },
    start(of, labels, key) {
      if (worker !== null || last?.of === of) return;
      if (failure !== null) {
        const error = failure;
        failure = null;
        throw error;
      }
      const own = startWorker(host, 'find-in-logs');
      worker = own;
      running = { done: 0, total: null, item: '' };
      const { nativeBinding } = host;
      const request = { index: logIndexPath(casePath), key, nativeBinding, labels };
      own
        .ask<FindInLogsRequest, LogFindings>(request, (at) => {
          if (worker === own) running = at;
        })
        .then(
          (found) => {
            if (worker === own) last = { ...found, of };
          },
          (error: unknown) => {
            // Whoever asks next is told.
            if (worker === own) failure = error instanceof Error ? error : new Error(String(error));
          },
        )
        .finally(() => {
          if (worker === own) stop();
        });
    },
    end() {
      stop();
      last = null;
      failure = null;
    },
  };
}
