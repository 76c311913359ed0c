import { join } from 'node:path';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { CaseError, type ErrorDetails, isErrorCode } from '../domain/errors.ts';
import type { EngineHost } from './host.ts';

export type WorkerName =
  | 'examine'
  | 'seal'
  | 'digest'
  | 'copy-sealed'
  | 'check-entries'
  | 'hang-together'
  | 'unite'
  | 'check-pages'
  | 'unpack'
  | 'mail'
  | 'compare-list'
  | 'read-timeline'
  | 'preview'
  | 'examine-bytes'
  | 'read-log'
  | 'inspect-log'
  | 'search-logs'
  | 'pack-log'
  | 'export-logs'
  | 'find-in-logs'
  | 'judge-passphrase'
  | 'compare-tables'
  | 'rekey-pages'
  | 'write-copy'
  | 'copy-pages'
  | 'mirror';

/** What a worker is told when it starts. */
export interface WorkerStart {
  /** Whether it gives way to threads that answer a person. */
  readonly background: boolean;
}

/** What a worker answers: a result, an error as data, how far it is, or something else on the way. */
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
    }
  | { readonly kind: 'note'; readonly note: unknown };

export interface Place {
  readonly done: number;
  readonly total: number | null;
  readonly item: string;
}

export interface WorkerHandle {
  /**
   * Questions are answered in the order they were asked.
   * @param given memory of the question that is handed over and not copied: it is gone here
   */
  ask<Request, Result>(
    request: Request,
    progress?: (at: Place) => void,
    note?: (note: unknown) => void,
    given?: readonly ArrayBufferLike[],
  ): Promise<Result>;
  end(): void;
}

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
  progress?: ((at: Place) => void) | undefined;
  note?: ((note: unknown) => void) | undefined;
}

/** Threads that somebody waits for, in a window: they do not give way to those that read a log meanwhile. */
const answering: ReadonlySet<WorkerName> = new Set(['search-logs']);

/** Starts a thread for work that would keep the engine from answering. */
export function startWorker(
  host: Pick<EngineHost, 'workers' | 'mayBlock'>,
  name: WorkerName,
  limits: ResourceLimits = {},
): WorkerHandle {
  const worker = new Worker(join(host.workers.folder, `${name}.${host.workers.extension}`), {
    // A worker needs nothing from the environment, so it gets nothing: no passphrase can be there.
    env: {},
    // In a window somebody types meanwhile.
    workerData: { background: !host.mayBlock && !answering.has(name) } satisfies WorkerStart,
    resourceLimits: limits,
  });
  const pending: Pending[] = [];
  worker.on('message', (message: FromWorker<unknown>) => {
    if (message.kind === 'progress') {
      pending[0]?.progress?.(message);
      return;
    }
    if (message.kind === 'note') {
      pending[0]?.note?.(message.note);
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
  let gone = false;
  worker.on('exit', () => {
    gone = true;
    failAll(new CaseError('cancelled'));
  });
  return {
    ask: <Request, Result>(
      request: Request,
      progress?: (at: Place) => void,
      note?: (note: unknown) => void,
      given: readonly ArrayBufferLike[] = [],
    ) =>
      new Promise<Result>((resolve, reject) => {
        // Nobody would answer.
        if (gone) {
          reject(new CaseError('cancelled'));
          return;
        }
        pending.push({ resolve: (result) => resolve(result as Result), reject, progress, note });
        worker.postMessage(
          request,
          given.filter((memory) => memory instanceof ArrayBuffer),
        );
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
