import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { LogSource } from '../../src-main/contract/log-index.ts';
import { ask } from '../api/client.ts';
import { shortFormat } from '../format/log-row.ts';
import { en } from '../strings/en.ts';
import { useCase } from './case.ts';
import { sayDone } from './done.ts';
import { addEntry } from './timeline.ts';

export type LogTab = 'search' | 'findings' | 'sources' | 'wanted';

/** A dialog over the sources. */
export type SourceDialog =
  | { readonly kind: 'problems' | 'clock'; readonly source: LogSource }
  | { readonly kind: 'drop' };

interface LogSourcesState {
  /** Null until they were asked for. */
  readonly sources: readonly LogSource[] | null;
  /** All rows that are searched. */
  readonly rows: number;
  /** Bytes of the index; null where there is none. */
  readonly size: number | null;
  readonly error: ErrorData | null;
  /** Null = the one that fits. */
  readonly tab: LogTab | null;
  readonly dialog: SourceDialog | null;
}

const EMPTY: LogSourcesState = { sources: null, rows: 0, size: null, error: null, tab: null, dialog: null };

/** The logs of the case that are read into its index, or were. */
export const useLogSources = create<LogSourcesState>(() => EMPTY);

export function resetLogSources(): void {
  useLogSources.setState(EMPTY);
}

/** Kinds of entries after which they look different. */
const SOURCE_KINDS: ReadonlySet<string> = new Set(['log-source', 'evidence-detail']);

export async function loadLogSources(): Promise<void> {
  const path = useCase.getState().info?.path;
  const answer = await ask('log.sources', {});
  if (useCase.getState().info?.path !== path) return;
  useLogSources.setState(answer.ok ? { ...answer.data, error: null } : { error: answer.error, sources: [] });
}

/** An entry was written that changes how they look, and somebody looked at them before. */
export function sourcesHeard(kind: string): void {
  if (SOURCE_KINDS.has(kind) && useLogSources.getState().sources !== null) void loadLogSources();
}

export const showLogTab = (tab: LogTab): void => useLogSources.setState({ tab });

/** Before somebody chose: the search, as soon as there is something to search. */
export function shownTab({ tab, sources }: LogSourcesState): LogTab {
  return tab ?? ((sources ?? []).length > 0 ? 'search' : 'wanted');
}

export const openSourceDialog = (dialog: SourceDialog | null): void => useLogSources.setState({ dialog });

export const sourceOf = (id: number): LogSource | undefined =>
  useLogSources.getState().sources?.find((source) => source.id === id);

/** `EV-003 IIS`; of a member of an archive with its name. */
export const sourceName = ({ exhibit, member, readAs }: LogSource): string =>
  [exhibit, shortFormat(readAs.reader), ...(member === '' ? [] : [member])].join(' ');

/** Says how wrong the clock of an exhibit was: its times are shown anew. */
export async function correctClock(exhibit: string, seconds: number): Promise<ErrorData | null> {
  const answer = await ask('log.clock-offset', { exhibit, seconds });
  if (!answer.ok) return answer.error;
  addEntry(answer.data.entry);
  sayDone(answer.data.entry.text);
  await loadLogSources();
  return null;
}

/** Deletes the index; the record and the exhibits stay as they are. */
export async function dropIndex(): Promise<ErrorData | null> {
  const answer = await ask('log.drop', {});
  if (!answer.ok) return answer.error;
  sayDone(en.logSearch.source.dropped);
  await loadLogSources();
  return null;
}
