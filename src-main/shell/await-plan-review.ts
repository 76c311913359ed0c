/** What can be asked and done; instants in ms since 1970 UTC. */
export interface PlanReviewParts {
  /** When the plan is to be looked at again; null where it is not, or where that was told already. May be refused. */
  readonly ask: () => Promise<number | null>;
  /** @returns false where nobody could be told now */
  readonly tell: (due: number) => boolean;
  readonly clock?: () => number;
}

/** At the latest then the clock is looked at again: a laptop sleeps, and clocks are set. Milliseconds, like the others. */
const LOOK_AGAIN = 30_000;
/** A plan is approved in other windows and by commands, too. */
const ASK_AGAIN = 3_600_000;
/** The preparation cannot be read until somebody has opened the profile. */
const REFUSED_AGAIN = 300_000;

/**
 * Waits until the plan of the preparation is due to be looked at again, and tells it once for each date; also where that
 * was while the program did not run.
 * @returns ends the waiting
 */
export function awaitPlanReview({ ask, tell, clock = Date.now }: PlanReviewParts): () => void {
  const told = new Set<number>();
  let due: number | null = null;
  let askAt = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  const isDue = (): boolean => due !== null && due <= clock() && !told.has(due);
  const learn = async (): Promise<void> => {
    askAt = clock() + ASK_AGAIN;
    try {
      due = await ask();
    } catch {
      askAt = clock() + REFUSED_AGAIN;
    }
  };
  const look = async (): Promise<void> => {
    // It may have been approved meanwhile.
    if (isDue() || clock() >= askAt) await learn();
    if (ended) return;
    if (due !== null && isDue() && tell(due)) told.add(due);
    const left = due === null || due <= clock() ? LOOK_AGAIN : due - clock();
    timer = setTimeout(() => void look(), Math.min(left, LOOK_AGAIN));
    timer.unref();
  };
  void look();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
