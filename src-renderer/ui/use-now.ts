import { useSyncExternalStore } from 'react';

/** One timer for all clocks; it runs only while something shows the time. */
function ticker(step: number) {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tick(): void {
    now = Date.now();
    for (const listener of listeners) listener();
    timer = setTimeout(tick, step - (now % step) + 5);
  }
  return {
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      if (timer === undefined) {
        now = Date.now();
        timer = setTimeout(tick, step - (now % step) + 5);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || timer === undefined) return;
        clearTimeout(timer);
        timer = undefined;
      };
    },
    read: () => now,
  };
}

const seconds = ticker(1000);
const minutes = ticker(60_000);

/** The present, renewed each second: only for the smallest components. */
export function useSecond(): Date {
  return new Date(useSyncExternalStore(seconds.subscribe, seconds.read));
}

/** The present, renewed each minute. */
export function useMinute(): Date {
  return new Date(useSyncExternalStore(minutes.subscribe, minutes.read));
}

/** Without a key or the mouse for this long, ms, nobody reads seconds: drawing them would cost a percent of the processor. */
const REST_AFTER = 30_000;

const rest = (() => {
  const listeners = new Set<() => void>();
  let resting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (now: boolean): void => {
    if (now === resting) return;
    resting = now;
    for (const listener of listeners) listener();
  };
  const touched = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => tell(true), REST_AFTER);
    tell(false);
  };
  const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'focus'] as const;
  return {
    subscribe: (listener: () => void): (() => void) => {
      if (listeners.size === 0) for (const sign of signs) addEventListener(sign, touched, true);
      listeners.add(listener);
      touched();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        for (const sign of signs) removeEventListener(sign, touched, true);
      };
    },
    read: () => resting,
  };
})();

/** Whether nobody touched key or mouse for a while. */
export const useRest = (): boolean => useSyncExternalStore(rest.subscribe, rest.read);
