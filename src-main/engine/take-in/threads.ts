import type { EngineHost } from '../host.ts';
import { type WorkerHandle, startWorker } from '../worker.ts';

/** The threads that take in evidence: one reads and hashes, one packs and seals, others make slow hashes. */
export interface Threads {
  readonly reader: WorkerHandle;
  /** Started when it is first needed: small files are packed by the reader. */
  sealer(): WorkerHandle;
  /** @param index from 0 */
  hasher(index: number): WorkerHandle;
  end(): void;
}

export function startThreads(host: EngineHost): Threads {
  const reader = startWorker(host, 'examine');
  let sealer: WorkerHandle | undefined;
  const hashers: WorkerHandle[] = [];
  return {
    reader,
    sealer: () => (sealer ??= startWorker(host, 'seal')),
    hasher: (index) => (hashers[index] ??= startWorker(host, 'digest')),
    end() {
      for (const worker of [reader, sealer, ...hashers]) worker?.end();
    },
  };
}
