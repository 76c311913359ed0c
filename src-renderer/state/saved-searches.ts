import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import { ask } from '../api/client.ts';
import { en } from '../strings/en.ts';
import { useCase } from './case.ts';
import { sayDone } from './done.ts';

interface SavedSearchesState {
  readonly saved: readonly { readonly name: string; readonly query: string }[];
  /** Queries that were used, the last one first; they leave with the case. */
  readonly recent: readonly string[];
  readonly error: ErrorData | null;
}

const EMPTY: SavedSearchesState = { saved: [], recent: [], error: null };
const RECENT = 12;

/** Searches in the logs that were kept under a name, and those of this sitting. */
export const useSavedSearches = create<SavedSearchesState>(() => EMPTY);

export function resetSavedSearches(): void {
  useSavedSearches.setState(EMPTY);
}

export async function loadSearches(): Promise<void> {
  const path = useCase.getState().info?.path;
  const answer = await ask('log.searches', {});
  if (useCase.getState().info?.path !== path) return;
  useSavedSearches.setState(
    answer.ok ? { saved: answer.data.searches, error: null } : { error: answer.error },
  );
}

/** A query that somebody has stayed with. */
export function usedSearch(query: string): void {
  const text = query.trim();
  if (text === '') return;
  useSavedSearches.setState(({ recent }) => ({
    recent: [text, ...recent.filter((one) => one !== text)].slice(0, RECENT),
  }));
}

/** Keeps a search under a name. @param query empty = forget the name */
export async function keepSearch(name: string, query: string): Promise<ErrorData | null> {
  const answer = await ask('log.keep-search', { name, query });
  if (!answer.ok) {
    useSavedSearches.setState({ error: answer.error });
    return answer.error;
  }
  await loadSearches();
  if (query !== '') sayDone(en.logSearch.saved.done(name));
  return null;
}
