import { create } from 'zustand';
import type { EntryView } from '../../src-main/contract/entry.ts';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { ResponseOf } from '../../src-main/contract/index.ts';
import type { Fingerprint, WitnessedBy } from '../../src-main/contract/witness.ts';
import { ask } from '../api/client.ts';
import { visibleName } from '../format/visible.ts';
import { en } from '../strings/en.ts';
import { sayDone } from './done.ts';

/** People who were told are few; the newest of them are shown. */
const SHOWN = 50;

interface WitnessState {
  /** What is read out: it stays while somebody reads, whatever is written meanwhile. */
  readonly shown: Fingerprint | null;
  /** Entries of kind `witness`, the newest first. */
  readonly told: readonly EntryView[];
  readonly checked: ResponseOf<'witness.check'> | null;
  readonly error: ErrorData | null;
  /** The words and the code fill the window, to be read from across a table. */
  readonly large: boolean;
}

const EMPTY: WitnessState = { shown: null, told: [], checked: null, error: null, large: false };

export const useWitness = create<WitnessState>(() => EMPTY);
let epoch = 0;

export function resetWitness(): void {
  epoch += 1;
  useWitness.setState(EMPTY);
}

export function showLarge(large: boolean): void {
  useWitness.setState({ large });
}

/** Reads the present fingerprint and who was told before. */
export async function loadWitness(): Promise<void> {
  const mine = epoch;
  const answer = await ask('witness.show', {});
  if (mine !== epoch) return;
  if (answer.ok) useWitness.setState({ shown: answer.data, error: null });
  else useWitness.setState({ error: answer.error });
  await loadTold();
}

async function loadTold(): Promise<void> {
  const mine = epoch;
  const answer = await ask('timeline.list', { kinds: ['witness'], by: 'recorded', limit: SHOWN });
  if (mine !== epoch) return;
  if (answer.ok) useWitness.setState({ told: answer.data.entries.toReversed() });
  else useWitness.setState({ error: answer.error });
}

/**
 * Records that somebody was told the words on the screen. Returns what went wrong, or null.
 * @param at as typed; empty for now
 */
export async function recordWitness(person: string, by: WitnessedBy, at: string): Promise<ErrorData | null> {
  const { shown } = useWitness.getState();
  if (shown === null) return null;
  const answer = await ask('witness.record', {
    person,
    by,
    told: shown.head,
    ...(at.trim() === '' ? {} : { at: at.trim() }),
  });
  if (!answer.ok) return answer.error;
  sayDone(en.witness.recorded(visibleName(person)));
  await loadTold();
  return null;
}

/** Compares what somebody read back. Returns what could not be understood, or null. */
export async function checkTold(told: string): Promise<ErrorData | null> {
  const mine = epoch;
  useWitness.setState({ checked: null });
  const answer = await ask('witness.check', { told });
  if (mine !== epoch) return null;
  if (!answer.ok) return answer.error;
  useWitness.setState({ checked: answer.data });
  return null;
}
