import { create } from 'zustand';

interface NextDue {
  /** The file whose deadline it is. */
  readonly path: string;
  /** UTC. */
  readonly due: string;
}

/**
 * The next deadline of the case that was shown last, as an instant without a word: it stays in the memory of the window
 * while the case is locked, and nowhere else.
 */
export const useNextDue = create<{ readonly next: NextDue | null }>(() => ({ next: null }));

export function keepNextDue(next: NextDue | null): void {
  useNextDue.setState({ next });
}
