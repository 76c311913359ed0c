import { create } from 'zustand';
import type { EntryView } from '../../src-main/contract/entry.ts';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { Answer, RequestOf } from '../../src-main/contract/index.ts';
import type { ReviewItemView, ReviewList, ReviewPart, ReviewView } from '../../src-main/contract/review.ts';
import { ask } from '../api/client.ts';
import { useCase } from './case.ts';
import { sayDone } from './done.ts';
import { loadPlan } from './plan.ts';
import { addEntry } from './timeline.ts';

type ReviewForm =
  | { readonly kind: 'part'; readonly part: ReviewPart }
  | { readonly kind: 'add'; readonly list: ReviewList }
  | { readonly kind: 'drop'; readonly item: ReviewItemView }
  | { readonly kind: 'pick' }
  | { readonly kind: 'approve' }
  | { readonly kind: 'next-plan' };

interface ReviewState {
  readonly review: ReviewView | null;
  readonly error: ErrorData | null;
  readonly form: ReviewForm | null;
}

const EMPTY: ReviewState = { review: null, error: null, form: null };

/** The review of the open case. */
export const useReview = create<ReviewState>(() => EMPTY);

export function resetReview(): void {
  useReview.setState(EMPTY);
}

export const openReviewForm = (form: ReviewForm | null): void => useReview.setState({ form });

/** Kinds of entries after which the review is another. */
const REVIEW_KINDS: ReadonlySet<string> = new Set([
  'review-text',
  'review-item',
  'review-excerpt',
  'review-approval',
  'fact',
  'phase',
  'notice',
  'plan',
  'correction',
  'withholding',
]);

/** Asks anew where the review was shown already. */
export function reviewHeard(kind: string): void {
  if (REVIEW_KINDS.has(kind) && useReview.getState().review !== null) void loadReview();
}

export async function loadReview(): Promise<void> {
  const path = useCase.getState().info?.path;
  const answer = await ask('review.show', {});
  if (useCase.getState().info?.path !== path) return;
  useReview.setState(answer.ok ? { review: answer.data, error: null } : { error: answer.error });
}

type Written = 'review.write' | 'review.add' | 'review.settle' | 'review.excerpt' | 'review.approve';

async function write<Name extends Written>(
  name: Name,
  request: RequestOf<Name>,
  done: string,
): Promise<ErrorData | null> {
  const answer = (await ask(name, request)) as Answer<Written>;
  if (!answer.ok) return answer.error;
  addEntry(answer.data.entry);
  await loadReview();
  sayDone(done);
  return null;
}

export const writePart = async (part: ReviewPart, text: string, done: string): Promise<ErrorData | null> =>
  write('review.write', { part, text }, done);

export const addItem = async (item: RequestOf<'review.add'>, done: string): Promise<ErrorData | null> =>
  write('review.add', item, done);

export const settleItem = async (item: RequestOf<'review.settle'>, done: string): Promise<ErrorData | null> =>
  write('review.settle', item, done);

export const showExcerpt = async (entry: string, shown: boolean, done: string): Promise<ErrorData | null> =>
  write('review.excerpt', { entry, shown }, done);

export async function approveReview(
  approval: RequestOf<'review.approve'>,
  done: string,
): Promise<ErrorData | null> {
  const problem = await write('review.approve', approval, done);
  if (problem === null) await loadPlan();
  return problem;
}

/** How many entries are offered to be picked. */
const OFFERED = 30;

/** Entries with these words, the newest last; all where none are given. */
export async function entriesWith(
  words: string,
): Promise<{ readonly entries: readonly EntryView[]; readonly total: number } | ErrorData> {
  const search = words.trim() === '' ? {} : { search: words.trim() };
  const answer = await ask('timeline.list', { ...search, by: 'occurred', limit: OFFERED });
  return answer.ok ? answer.data : answer.error;
}

/** What is to be improved and not settled yet. */
export const openImprovementsOf = ({ items }: ReviewView): readonly ReviewItemView[] =>
  items.filter(({ list, state }) => list === 'improvement' && state === 'open');
