import { existsSync } from 'node:fs';
import type { IndexedSource, LogQuestion, LogQuestions } from '../../logs/search/questions.ts';
import { logIndexPath } from '../../store/log-index/open.ts';
import type { EngineHost } from '../host.ts';
import { type WorkerHandle, startWorker } from '../worker.ts';
import type { SearchLogsRequest } from '../workers/search-logs.ts';
import { type LogFinding, logFinding } from './log-finding.ts';

/** The thread that holds the index of an open case for searches. Started when it is first asked. */
export interface LogReading {
  /** @returns null where nothing was read into an index yet */
  ask<Name extends keyof LogQuestions>(
    name: Name,
    request: LogQuestions[Name]['request'],
  ): Promise<LogQuestions[Name]['answer'] | null>;
  /** The sources of the index when they were asked for last; there may be others by now. */
  sources: readonly IndexedSource[];
  /** Starts the thread, where it is not there: it comes up while a log is read. */
  comeUp(): void;
  /** What the rules find in the same index. */
  readonly finding: LogFinding;
  /** Lets go of the file, so that it can be removed; the next question opens it again. */
  close(): Promise<void>;
  end(): void;
}

export function logReading(host: EngineHost, casePath: string, key: () => Uint8Array | null): LogReading {
  const index = logIndexPath(casePath);
  const finding = logFinding(host, casePath);
  let worker: WorkerHandle | null = null;
  let opening: Promise<boolean> | null = null;
  const open = (bytes: Uint8Array): Promise<boolean> => {
    worker ??= startWorker(host, 'search-logs');
    return worker.ask<SearchLogsRequest, boolean>({
      kind: 'open',
      index,
      key: bytes,
      nativeBinding: host.nativeBinding,
    });
  };
  return {
    finding,
    sources: [],
    comeUp() {
      worker ??= startWorker(host, 'search-logs');
    },
    async ask(name, request) {
      const bytes = existsSync(index) ? key() : null;
      if (bytes === null) return null;
      opening ??= open(bytes);
      try {
        if (!(await opening)) {
          // Reading a log makes it anew.
          opening = null;
          return null;
        }
      } catch (error) {
        opening = null;
        throw error;
      }
      return (
        (await worker?.ask<SearchLogsRequest, never>({
          kind: 'ask',
          question: { name, ...request } as LogQuestion,
        })) ?? null
      );
    },
    async close() {
      finding.end();
      if (worker !== null) await worker.ask<SearchLogsRequest, null>({ kind: 'close' });
      opening = null;
    },
    end() {
      finding.end();
      worker?.end();
      worker = null;
      opening = null;
    },
  };
}
