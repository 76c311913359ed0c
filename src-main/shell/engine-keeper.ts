import type { Answer, EngineMethodName } from '../contract/index.ts';
import { errorSentence } from '../domain/errors.ts';
import type { EngineListener, EngineProcess } from './engine-process.ts';

export interface EngineKeeper {
  /** Starts the engine now, if no question has started it. */
  readonly warm: () => void;
  readonly call: (method: EngineMethodName, params: unknown) => Promise<Answer<EngineMethodName>>;
  /** Ends the engine, and with it the key, and starts a fresh one. Resolves when the old one is gone. */
  readonly renew: () => Promise<void>;
  /** Ends the engine for good. */
  readonly close: () => Promise<void>;
}

function closedAnswer(): Answer<EngineMethodName> {
  const reason = 'the window is being closed';
  return {
    ok: false,
    error: { code: 'engine-ended', message: errorSentence('engine-ended', { reason }), details: { reason } },
  };
}

/** Milliseconds: an engine that ends sooner after its start has a lasting fault; a loop of starts would not help. */
const TOO_SOON = 2000;

/**
 * Keeps one engine for a window: started with its page, replaced when its case is locked or when it ends by itself.
 * @param start makes a new process
 * @param now milliseconds of a clock that never runs backwards
 */
export function keepEngine(
  start: (listener: EngineListener) => EngineProcess,
  listener: EngineListener,
  now: () => number = () => performance.now(),
): EngineKeeper {
  let current: EngineProcess | undefined;
  let ending: Promise<void> | undefined;
  let closed = false;

  const begin = (): EngineProcess => {
    const began = now();
    const made = start({
      event: listener.event,
      died: (reason) => {
        if (current === made) current = undefined;
        listener.died(reason);
        // Otherwise the next question starts one.
        if (!closed && now() - began > TOO_SOON) begin();
      },
    });
    current = made;
    return made;
  };

  const end = async (): Promise<void> => {
    const old = current;
    current = undefined;
    ending = Promise.all([ending, old?.close()]).then(() => undefined);
    await ending;
  };

  return {
    warm: () => {
      if (!closed && current === undefined && ending === undefined) begin();
    },
    call: async (method, params) => {
      // Never two at once: the old one holds the lock of the case file.
      await ending;
      if (closed) return closedAnswer();
      return (current ?? begin()).call(method, params);
    },
    renew: async () => {
      await end();
      if (!closed && current === undefined) begin();
    },
    close: async () => {
      closed = true;
      await end();
    },
  };
}
