import { type CopyPlace, type CopyStart, beginCopy } from '../../share/copied-file.ts';
import type { CaseKey } from '../../store/case-key.ts';
import { removeUnfinished } from '../../store/create-case.ts';
import type { EvidenceKeyRow } from '../../store/queries/evidence-key.ts';
import type { BlobRow } from '../../store/queries/exhibit.ts';
import type { EngineHost } from '../host.ts';
import { type PackedBatch, unpack } from '../record/unpack.ts';
import { startWorker } from '../worker.ts';
import type { WriteCopyRequest } from '../workers/write-copy.ts';

/** A copy under way (share/copied-file.ts), here or in a thread: while it writes, the next entries are read. */
export interface CopyWriter {
  start(given: CopyStart): Promise<void>;
  take(batch: PackedBatch): Promise<void>;
  takeBlob(entry: Uint8Array, blob: BlobRow): Promise<void>;
  takeKey(entry: Uint8Array, key: EvidenceKeyRow): Promise<void>;
  settle(): Promise<void>;
  name(): Promise<void>;
  /** Removes what was written, unless it has its name; ends the thread. */
  end(): Promise<void>;
}

/** Up to this many entries are written in less time than a thread takes to start. */
const WRITTEN_HERE = 500;

/** @param entries how many there are */
export const copyWriter = async (
  host: EngineHost,
  entries: number,
  place: CopyPlace,
  key: CaseKey,
): Promise<CopyWriter> => (entries <= WRITTEN_HERE ? writeHere(place, key) : writeInThread(host, place, key));

function writeHere(place: CopyPlace, key: CaseKey): CopyWriter {
  const file = beginCopy(place, key);
  let named = false;
  const now = async (work: () => void): Promise<void> => new Promise((resolve) => resolve(work()));
  return {
    start: async (given) => now(() => file.start(given)),
    take: async (batch) => now(() => file.take(unpack(batch))),
    takeBlob: async (entry, blob) => now(() => file.takeBlob(entry, blob)),
    takeKey: async (entry, row) => now(() => file.takeKey(entry, row)),
    settle: async () => now(() => file.settle()),
    name: async () =>
      now(() => {
        file.name();
        named = true;
      }),
    end: async () =>
      now(() => {
        if (!named) file.abandon();
      }),
  };
}

async function writeInThread(host: EngineHost, place: CopyPlace, key: CaseKey): Promise<CopyWriter> {
  const worker = startWorker(host, 'write-copy');
  const ask = async (request: WriteCopyRequest): Promise<void> => {
    await worker.ask<WriteCopyRequest, null>(request);
  };
  const writer: CopyWriter = {
    start: async (given) => ask({ kind: 'start', given }),
    take: async (batch) => ask({ kind: 'entries', batch }),
    takeBlob: async (entry, blob) => ask({ kind: 'blob', entry, blob }),
    takeKey: async (entry, row) => ask({ kind: 'key', entry, row }),
    settle: async () => ask({ kind: 'settle' }),
    name: async () => ask({ kind: 'name' }),
    async end() {
      try {
        await ask({ kind: 'end' });
      } catch {
        // The thread broke off, which was said where it happened: what it wrote goes, as it would have gone there.
        removeUnfinished(place.temporary);
      } finally {
        worker.end();
      }
    },
  };
  try {
    await ask({ kind: 'begin', place, key, nativeBinding: host.nativeBinding });
  } catch (error) {
    worker.end();
    throw error;
  }
  return writer;
}
