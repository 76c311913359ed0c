import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { Answer, RequestOf } from '../../src-main/contract/index.ts';
import type { Defence, Finding, Preparation, TeamMember } from '../../src-main/contract/preparation.ts';
import { ask } from '../api/client.ts';
import { sayDone } from './done.ts';

/** What is asked in a dialog over the preparation; null as the thing = a new one. */
export type PreparationForm =
  | { readonly kind: 'member'; readonly member: TeamMember | null }
  | { readonly kind: 'defence'; readonly defence: Defence | null }
  | { readonly kind: 'check'; readonly defence: Defence | null }
  | { readonly kind: 'finding'; readonly finding: Finding | null }
  | { readonly kind: 'review' }
  | { readonly kind: 'approve' }
  | { readonly kind: 'drill' };

interface PreparationState {
  readonly shown: Preparation | null;
  readonly error: ErrorData | null;
  readonly form: PreparationForm | null;
}

export const usePreparation = create<PreparationState>(() => ({ shown: null, error: null, form: null }));

export const openPreparationForm = (form: PreparationForm | null): void => usePreparation.setState({ form });
export const showPreparationError = (error: ErrorData | null): void => usePreparation.setState({ error });

export async function loadPreparation(): Promise<void> {
  const answer = await ask('preparation.show', {});
  usePreparation.setState(answer.ok ? { shown: answer.data, error: null } : { error: answer.error });
}

type Written =
  | 'preparation.set-organisation'
  | 'preparation.set-member'
  | 'preparation.set-defence'
  | 'preparation.record-check'
  | 'preparation.set-finding'
  | 'preparation.record-log-review'
  | 'preparation.save-plan'
  | 'preparation.import-plan'
  | 'preparation.approve';

/** Writes one entry and shows what is known then. @returns what went wrong, or null */
export async function writePreparation<Name extends Written>(
  name: Name,
  request: RequestOf<Name>,
  done: string,
): Promise<ErrorData | null> {
  const answer = (await ask(name, request)) as Answer<Written>;
  if (!answer.ok) return answer.error;
  await loadPreparation();
  sayDone(done);
  return null;
}
