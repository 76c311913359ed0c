import { create } from 'zustand';
import type { CaseAuthor } from '../../src-main/contract/author.ts';
import type { ErrorData } from '../../src-main/contract/error.ts';

interface CaseAuthorsState {
  /** Null until they were read. */
  readonly authors: readonly CaseAuthor[] | null;
  /** The key that writes next, where it is known. */
  readonly writing: string | null;
  readonly error: ErrorData | null;
}

const EMPTY: CaseAuthorsState = { authors: null, writing: null, error: null };

/** Everybody who wrote in the open case. */
export const useCaseAuthors = create<CaseAuthorsState>(() => EMPTY);

export function resetCaseAuthors(): void {
  useCaseAuthors.setState(EMPTY);
}
