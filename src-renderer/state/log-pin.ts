import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import { ask } from '../api/client.ts';
import { count } from '../format/number.ts';
import { en } from '../strings/en.ts';
import { logRowsBetween, selectedRows } from './log-found-rows.ts';
import { useLogSearch } from './log-search-state.ts';
import { addEntry } from './timeline.ts';

/** Rows that one entry holds at most (contract). */
const MOST_PINNED = 200;

interface LogPinState {
  /** What was pinned last, until that is read. */
  readonly done: { readonly entry: string; readonly text: string } | null;
  readonly error: ErrorData | null;
  /** Rows that wait for a remark; null where none is asked for. */
  readonly asking: readonly string[] | null;
}

const EMPTY: LogPinState = { done: null, error: null, asking: null };

/** Rows of logs that become entries. */
export const useLogPin = create<LogPinState>(() => EMPTY);

export function resetLogPin(): void {
  useLogPin.setState(EMPTY);
}

export function dismissPinned(): void {
  useLogPin.setState({ done: null, error: null });
}

export const askRemark = (asking: readonly string[] | null): void => useLogPin.setState({ asking });

/** Refs of what P means: what is selected, or the row in the pane. */
async function refsToPin(): Promise<readonly string[]> {
  const state = useLogSearch.getState();
  const selected = selectedRows(state);
  const isRange = selected !== null && selected[1] > selected[0];
  if (state.shown !== null && !isRange) return [state.shown];
  if (selected === null) return [];
  const [from, to] = selected;
  if (to - from >= MOST_PINNED) {
    const message = en.logSearch.pin.tooMany(count(MOST_PINNED));
    useLogPin.setState({ error: { code: 'wrong-use', message, details: {} }, done: null });
    return [];
  }
  return (await logRowsBetween(from, to)).map(({ ref }) => ref);
}

/** Rows become one entry of the timeline. @param finding id of the finding whose rows they are */
export async function pinRows(
  rows: readonly string[],
  remark: string,
  finding: string | null = null,
): Promise<ErrorData | null> {
  if (rows.length === 0) return null;
  const answer = await ask('log.pin', {
    rows: [...rows],
    remark: remark.trim() === '' ? null : remark.trim(),
    finding,
  });
  if (!answer.ok) return answer.error;
  const { entry } = answer.data;
  addEntry(entry);
  const text = en.logSearch.pin.done(count(entry.number), count(rows.length));
  useLogPin.setState({ done: { entry: entry.id, text }, error: null });
  return null;
}

/** Pins what is selected at once; an error stays until it is read. */
export async function pinSelected(): Promise<void> {
  const rows = await refsToPin();
  const error = await pinRows(rows, '');
  if (error !== null) useLogPin.setState({ error, done: null });
}

/** Asks for a remark first. */
export async function pinWithRemark(): Promise<void> {
  const rows = await refsToPin();
  if (rows.length > 0) askRemark(rows);
}
