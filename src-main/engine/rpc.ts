import type { ErrorData } from '../contract/error.ts';
import type { EventData, EventName } from '../contract/events.ts';
import type { Answer, EngineMethodName } from '../contract/index.ts';

/** What an engine process must know before its first question. */
export interface EngineStart {
  readonly profileFolder: string;
  readonly nativeBinding: string | null;
  /** `HOLDFAST_NOW`: where the clock stands still in tests; null for the system's. */
  readonly now: string | null;
  /** True in a release: `now` is refused. */
  readonly packaged: boolean;
  readonly version: string;
}

/** From the shell to the engine process. */
export type ToEngine =
  | { readonly kind: 'start'; readonly start: EngineStart }
  /** Comes later than `start`: nothing waits for the hash of the program. */
  | { readonly kind: 'program'; readonly hash: string }
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly method: EngineMethodName;
      readonly params: unknown;
    }
  | { readonly kind: 'close' };

/** From the engine process to the shell. */
export type FromEngine =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer<EngineMethodName> }
  | { readonly kind: 'event'; readonly event: EventName; readonly data: EventData<EventName> };

export interface Caller {
  readonly call: (method: EngineMethodName, params: unknown) => Promise<Answer<EngineMethodName>>;
  /** Takes an answer; false when nobody waits for it. */
  readonly settle: (id: number, answer: Answer<EngineMethodName>) => boolean;
  /** The other side is gone: every question that waits, and every later one, gets this error. */
  readonly end: (error: ErrorData) => void;
}

/** The asking side: questions are numbered, because answers come in any order. */
export function createCaller(send: (message: ToEngine) => void): Caller {
  const waiting = new Map<number, (answer: Answer<EngineMethodName>) => void>();
  let ended: ErrorData | null = null;
  let last = 0;
  return {
    call: async (method, params) => {
      if (ended !== null) return { ok: false, error: ended };
      last += 1;
      const id = last;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        send({ kind: 'call', id, method, params });
      });
    },
    settle: (id, answer) => {
      const resolve = waiting.get(id);
      waiting.delete(id);
      resolve?.(answer);
      return resolve !== undefined;
    },
    end: (error) => {
      ended ??= error;
      for (const resolve of waiting.values()) resolve({ ok: false, error: ended });
      waiting.clear();
    },
  };
}
