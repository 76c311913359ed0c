import { availableParallelism } from 'node:os';
import { sha256, signatureChecker } from '../../casework/node-crypto.ts';
import type { EngineHost } from '../host.ts';
import { type WorkerHandle, startWorker } from '../worker.ts';
import type { CheckEntriesRequest } from '../workers/check-entries.ts';
import { checkBatch } from '../../domain/record/check-batch.ts';
import { type CheckedText, asText } from './checked-text.ts';
import { type PackedBatch, unpack } from './unpack.ts';

/** Checks batches of entries, several at a time. */
export interface Checkers {
  /** Called once for each lane: while one batch is checked, the next is already read. */
  readonly lanes: readonly ((batch: PackedBatch) => Promise<CheckedText>)[];
  end(): void;
}

/** Up to this many entries are checked in 20 ms; a thread takes longer to start. */
const CHECKED_HERE = 100;
/** Megabytes for what lives shortly: a batch is thrown away as a whole, and need not be looked through before. */
const YOUNG = { maxYoungGenerationSizeMb: 64 };

/**
 * @param entries how many there are about
 * @param signatures false for entries whose signatures were checked when they came into the file
 */
export function checkersFor(host: EngineHost, entries: number, signatures: boolean): Checkers {
  if (entries <= CHECKED_HERE) {
    const checker = signatures ? signatureChecker() : Promise.resolve(() => true);
    return {
      lanes: [async (batch) => asText(checkBatch(unpack(batch), sha256, await checker))],
      end: () => {},
    };
  }
  const threads = Math.max(1, Math.min(8, availableParallelism(), Math.ceil(entries / 500)));
  const workers = Array.from({ length: threads }, () => startWorker(host, 'check-entries', YOUNG));
  const lane =
    (worker: WorkerHandle) =>
    async (batch: PackedBatch): Promise<CheckedText> =>
      worker.ask<CheckEntriesRequest, CheckedText>({ batch, signatures });
  return {
    lanes: [...workers, ...workers].map((worker) => lane(worker)),
    end() {
      for (const worker of workers) worker.end();
    },
  };
}
