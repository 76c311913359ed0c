import type { EngineHost } from '../host.ts';
import type { CheckedEntry } from '../record/check-batch.ts';
import { entriesIn } from '../record/checked-text.ts';
import { startWorker } from '../worker.ts';
import type { UniteRequest } from '../workers/unite.ts';
import { type United, unite } from './unite.ts';

/** Gathers the entries of two records, and looks at them as one; entries may be added and it may be asked again. */
export interface Uniter {
  /** @param entries as text (record/checked-text.ts) */
  add(side: 'here' | 'there', entries: string): Promise<void>;
  unite(waiting: readonly string[], whole: boolean): Promise<United>;
  end(): void;
}

/** Up to this many entries are joined in less time (10 ms) than a thread takes to start. */
const JOINED_HERE = 1000;

/** @param entries how many there are about on both sides */
export const uniterFor = (host: EngineHost, entries: number): Uniter =>
  entries <= JOINED_HERE ? uniteHere() : uniteInThread(host);

function uniteHere(): Uniter {
  const sides: Record<'here' | 'there', CheckedEntry[]> = { here: [], there: [] };
  return {
    add: async (side, entries) => {
      for (const entry of entriesIn(entries)) sides[side].push(entry);
      return Promise.resolve();
    },
    unite: async (waiting, whole) => Promise.resolve(unite({ ...sides, waiting, whole })),
    end: () => {},
  };
}

function uniteInThread(host: EngineHost): Uniter {
  const worker = startWorker(host, 'unite');
  return {
    add: async (side, entries) => {
      await worker.ask<UniteRequest, null>({ kind: 'batch', side, entries });
    },
    unite: async (waiting, whole) => worker.ask<UniteRequest, United>({ kind: 'unite', waiting, whole }),
    end: () => worker.end(),
  };
}
