/** When somebody is told of a deadline: before it, and when it has come; ms since 1970 UTC. */
export interface DueTimes {
  readonly soon: number;
  /** The last reminder before it. */
  readonly last: number;
  readonly due: number;
}

export type DeadlineSign = 'soon' | 'last' | 'due';

/** At the latest then the clock is looked at again: a laptop that slept, or whose clock was set, tells in time all the same. */
const LOOK_AGAIN = 30_000;

/**
 * Waits for instants and tells each once. What lies behind when it is first heard of is not told: the window shows it.
 * @param clock ms since 1970 UTC
 */
export function awaitDeadlines(
  tell: (sign: DeadlineSign) => void,
  clock: () => number = Date.now,
): { readonly watch: (times: readonly DueTimes[]) => void; readonly end: () => void } {
  let waiting: { readonly at: number; readonly sign: DeadlineSign }[] = [];
  const told = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const look = (): void => {
    clearTimeout(timer);
    const now = clock();
    for (const { at, sign } of waiting.filter((one) => one.at <= now)) {
      const name = `${sign} ${at}`;
      if (told.has(name)) continue;
      told.add(name);
      tell(sign);
    }
    waiting = waiting.filter(({ at }) => at > now);
    if (waiting.length === 0) return;
    const next = Math.min(...waiting.map(({ at }) => at)) - now;
    timer = setTimeout(look, Math.min(next, LOOK_AGAIN));
    timer.unref();
  };
  return {
    watch(times) {
      const now = clock();
      waiting = times
        .flatMap(({ soon, last, due }) => [
          { at: soon, sign: 'soon' as const },
          { at: last, sign: 'last' as const },
          { at: due, sign: 'due' as const },
        ])
        .filter(({ at }) => at > now);
      look();
    },
    end: () => clearTimeout(timer),
  };
}
