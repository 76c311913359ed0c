import { create } from 'zustand';

interface DoneState {
  readonly last: { readonly id: number; readonly text: string } | null;
}

/** The last thing that was done, for a short message. Errors never come this way. */
export const useDone = create<DoneState>(() => ({ last: null }));

let id = 0;

export function sayDone(text: string): void {
  id += 1;
  useDone.setState({ last: { id, text } });
}

export function forgetDone(): void {
  useDone.setState({ last: null });
}
