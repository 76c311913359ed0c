import { create } from 'zustand';
import type { EntryView } from '../../src-main/contract/entry.ts';

/** The entry that says that the clock of this device moved, until another clock was compared or the person has seen it. */
export const useClockMoved = create<{ readonly entry: EntryView | null }>(() => ({ entry: null }));

/** An entry was added: one about the clock begins or ends what is to be said. */
export function heardOfClock(entry: EntryView): void {
  if (entry.kind === 'clock-moved') useClockMoved.setState({ entry });
  else if (entry.kind === 'clock-check') forgetClockMoved();
}

export function forgetClockMoved(): void {
  if (useClockMoved.getState().entry !== null) useClockMoved.setState({ entry: null });
}
