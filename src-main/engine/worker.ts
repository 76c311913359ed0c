import { join } from 'node:path';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { CaseError, type ErrorDetails, isErrorCode } from '../domain/errors.ts';
import type { EngineHost } from './host.ts';

export type WorkerName =
  | 'examine'
  | 'check-entries'
  | 'hang-together'
  | 'check-pages'
  | 'unpack'
  | 'mail'
  | 'compare-list'
  | 'examine-bytes';

/** What a worker answers: a result, an error as data, or how far it is. */
export type FromWorker<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly details: ErrorDetails;
      readonly message: string;
    }
  | {
      readonly kind: 'progress';
      readonly done: number;
      readonly total: number | null;
      readonly item: string;
    };

export interface Place {
  readonly done: number;
  readonly total: number | null;
  readonly item: string;
}

export interface WorkerHandle {
  /** Questions are answered in the order they were asked. */
  ask<Request, Result>(request: Request, progress?: (at: Place) => void): Promise<Result>;
  end(): void;
}

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
  progress?: ((at: Place) => void) | undefined;
}

/** Starts a thread for work that would keep the engine from answering. */
export function startWorker(host: EngineHost, name: WorkerName, limits: ResourceLimits = {}): WorkerHandle {
  const worker = new Worker(join(host.workers.folder, `${name}.${host.workers.extension}`), {
    // A worker needs nothing from the environment, so it gets nothing: no passphrase can be there.
    env: {},
    resourceLimits: limits,
  });
  const pending: Pending[] = [];
  worker.on('message', (message: FromWorker<unknown>) => {
    if (message.kind === 'progress') {
      pending[0]?.progress?.(message);
      return;
    }
    const asked = pending.shift();
    if (message.kind === 'done') asked?.resolve(message.result);
    else asked?.reject(asError(message));
  });
  const failAll = (error: Error): void => {
    for (const asked of pending.splice(0)) asked.reject(error);
  };
  worker.on('error', (error) => failAll(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => failAll(new CaseError('cancelled')));
  return {
    ask: <Request, Result>(request: Request, progress?: (at: Place) => void) =>
      new Promise<Result>((resolve, reject) => {
        pending.push({ resolve: (result) => resolve(result as Result), reject, progress });
        worker.postMessage(request);
      }),
    end: () => void worker.terminate(),
  };
}

function asError({
  code,
  details,
  message,
}: {
  code: string;
  details: ErrorDetails;
  message: string;
}): Error {
  return isErrorCode(code) && code !== 'bug' ? new CaseError(code, details) : new Error(message);
}
