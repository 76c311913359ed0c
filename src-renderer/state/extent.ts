import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { ExtentItemView } from '../../src-main/contract/extent.ts';
import type { RequestOf } from '../../src-main/contract/index.ts';
import { type ExtentKind, extentKinds } from '../../src-main/domain/plan/extent.ts';
import { ask } from '../api/client.ts';
import { visibleName } from '../format/visible.ts';
import { en } from '../strings/en.ts';
import { useCase } from './case.ts';
import { sayDone } from './done.ts';
import { addEntry } from './timeline.ts';

interface ExtentState {
  /** Null until it was read. */
  readonly items: readonly ExtentItemView[] | null;
  readonly error: ErrorData | null;
  /** Of what something is being said; `item` is empty for one that has no name yet. */
  readonly stating: { readonly of: ExtentKind; readonly item: string } | null;
}

const EMPTY: ExtentState = { items: null, error: null, stating: null };

export const useExtent = create<ExtentState>(() => EMPTY);

export function resetExtent(): void {
  useExtent.setState(EMPTY);
}

export const EXTENT_KINDS: ReadonlySet<string> = new Set(['extent', 'withholding']);

export async function loadExtent(): Promise<void> {
  const path = useCase.getState().info?.path;
  const answer = await ask('extent.list', {});
  if (useCase.getState().info?.path !== path) return;
  useExtent.setState(answer.ok ? { items: answer.data.items, error: null } : { error: answer.error });
}

export const askExtent = (stating: ExtentState['stating']): void => useExtent.setState({ stating });

export async function stateExtent(request: RequestOf<'extent.state'>): Promise<ErrorData | null> {
  const answer = await ask('extent.state', request);
  if (!answer.ok) return answer.error;
  addEntry(answer.data.entry);
  await loadExtent();
  sayDone(answer.data.entry.text);
  return null;
}

/** `Systems: WEB01; Customers: Orders of 17 Nov`: what is or may be reached; empty where nothing is named. */
export function extentSummary({ items }: Pick<ExtentState, 'items'>): string {
  const reached = (items ?? []).filter(({ said }) => said.some(({ state }) => state !== 'not-affected'));
  return extentKinds
    .flatMap((kind) => {
      const names = reached.filter(({ of }) => of === kind).map(({ item }) => visibleName(item));
      return names.length === 0 ? [] : [`${en.facts.extent.kinds[kind]}: ${names.join(', ')}`];
    })
    .join('; ');
}
