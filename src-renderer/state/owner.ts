import { create } from 'zustand';
import type { OwnerView } from '../../src-main/contract/document.ts';
import type { ErrorData } from '../../src-main/contract/error.ts';
import { ask } from '../api/client.ts';
import { useCase } from './case.ts';

interface OwnerState {
  readonly view: OwnerView | null;
  readonly error: ErrorData | null;
}

const EMPTY: OwnerState = { view: null, error: null };

/** What the owner of the open case sees. */
export const useOwner = create<OwnerState>(() => EMPTY);

export function resetOwner(): void {
  useOwner.setState(EMPTY);
}

/** Asks anew, whatever was written meanwhile. */
export async function loadOwner(): Promise<void> {
  const path = useCase.getState().info?.path;
  const answer = await ask('owner.show', {});
  if (useCase.getState().info?.path !== path) return;
  useOwner.setState(answer.ok ? { view: answer.data, error: null } : { error: answer.error });
}
