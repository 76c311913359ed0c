import type { EngineHost } from '../host.ts';
import { startWorker } from '../worker.ts';
import type { UniteRequest } from '../workers/unite.ts';
import type { Survey } from './survey.ts';
import type { United } from './unite.ts';
import { type Side, type Uniting, uniting } from './uniting.ts';

/** Two records that come together (`uniting.ts`), here or in a thread. */
export interface Uniter {
  add(...given: Parameters<Uniting['add']>): Promise<void>;
  unite(...given: Parameters<Uniting['unite']>): Promise<United>;
  survey(...given: Parameters<Uniting['survey']>): Promise<Survey>;
  end(): void;
}

/** Up to this many entries are joined in less time (10 ms) than a thread takes to start. */
const JOINED_HERE = 1000;

/** @param entries how many there are about on both sides */
export const uniterFor = (host: EngineHost, entries: number): Uniter =>
  entries <= JOINED_HERE ? uniteHere() : uniteInThread(host);

function uniteHere(): Uniter {
  const both = uniting();
  return {
    add: async (side, entries) => Promise.resolve(both.add(side, entries)),
    unite: async (...given) => Promise.resolve(both.unite(...given)),
    survey: async (own) => Promise.resolve(both.survey(own)),
    end: () => {},
  };
}

function uniteInThread(host: EngineHost): Uniter {
  const worker = startWorker(host, 'unite');
  return {
    add: async (side: Side, entries: string) => {
      await worker.ask<UniteRequest, null>({ kind: 'batch', side, entries });
    },
    unite: async (waiting, whole, series) =>
      worker.ask<UniteRequest, United>({ kind: 'unite', waiting, whole, series }),
    survey: async (own) => worker.ask<UniteRequest, Survey>({ kind: 'survey', own }),
    end: () => worker.end(),
  };
}
