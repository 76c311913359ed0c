import type { EngineHost } from '../host.ts';
import { startWorker } from '../worker.ts';
import type { HangTogetherRequest } from '../workers/hang-together.ts';
import { entriesIn } from './checked-text.ts';
import { type Whole, hangTogether } from './hang-together.ts';

/** Gathers checked batches in the order of the file, and looks at them as a whole. */
export interface Joiner {
  /** @param entries as text (checked-text.ts) */
  add(place: number, entries: string): Promise<void>;
  /** @param series letters of the file's exhibit numbers; null in an original */
  whole(views: boolean, series: string | null): Promise<Whole>;
  end(): void;
}

/** Up to this many entries are joined in less time (10 ms) than a thread takes to start. */
const JOINED_HERE = 1000;

/** @param entries how many there will be at most */
export const joinerFor = (host: EngineHost, entries: number): Joiner =>
  entries <= JOINED_HERE ? joinHere() : joinInThread(host);

function joinHere(): Joiner {
  const batches: string[] = [];
  return {
    add: async (place, entries) => {
      batches[place] = entries;
      return Promise.resolve();
    },
    whole: async (views, series) => Promise.resolve(hangTogether(batches.flatMap(entriesIn), views, series)),
    end: () => {},
  };
}

function joinInThread(host: EngineHost): Joiner {
  const worker = startWorker(host, 'hang-together');
  return {
    add: async (place, entries) => {
      await worker.ask<HangTogetherRequest, null>({ kind: 'batch', place, entries });
    },
    whole: async (views, series) => worker.ask<HangTogetherRequest, Whole>({ kind: 'end', views, series }),
    end: () => worker.end(),
  };
}
