import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import { idsOf } from '../../src-main/domain/plan/check-plan.ts';
import type { Plan } from '../../src-main/domain/plan/plan.ts';
import { ask } from '../api/client.ts';
import { en } from '../strings/en.ts';
import { writePreparation } from './preparation.ts';

interface PlanEditorState {
  /** The plan as it is being changed; null while nobody edits it. */
  readonly draft: Plan | null;
  /** As it was when editing began. */
  readonly before: string;
  readonly error: ErrorData | null;
  readonly busy: boolean;
}

const EMPTY: PlanEditorState = { draft: null, before: '', error: null, busy: false };

/** A copy of the plan that is being changed. It stays in the memory of the window until it is saved or thrown away. */
export const usePlanEditor = create<PlanEditorState>(() => EMPTY);

/** Opens the plan that was saved last; one that is being edited stays as it is. */
export async function editPlan(): Promise<void> {
  if (usePlanEditor.getState().draft !== null) return;
  const answer = await ask('preparation.plan', {});
  if (!answer.ok) {
    usePlanEditor.setState({ ...EMPTY, error: answer.error });
    return;
  }
  const draft = JSON.parse(answer.data.document) as Plan;
  usePlanEditor.setState({ ...EMPTY, draft, before: JSON.stringify(draft) });
}

export function changePlan(change: Partial<Plan>): void {
  const { draft } = usePlanEditor.getState();
  if (draft !== null) usePlanEditor.setState({ draft: { ...draft, ...change } });
}

/** Ids that nothing new may get: what was taken out meanwhile is another line than one that is added with its title. */
export function takenIds(plan: Plan): Set<string> {
  const { before } = usePlanEditor.getState();
  return new Set([...idsOf(plan), ...(before === '' ? [] : idsOf(JSON.parse(before) as Plan))]);
}

export const throwPlanAway = (): void => usePlanEditor.setState(EMPTY);

export const isPlanChanged = ({ draft, before }: PlanEditorState): boolean =>
  draft !== null && JSON.stringify(draft) !== before;

/** Saves it as the next version; where something in it is faulty, nothing is saved and all of it stays. */
export async function savePlan(): Promise<void> {
  const { draft, busy } = usePlanEditor.getState();
  if (draft === null || busy) return;
  usePlanEditor.setState({ busy: true });
  const document = JSON.stringify(draft);
  const error = await writePreparation('preparation.save-plan', { document }, en.preparation.saved.plan);
  if (error === null) usePlanEditor.setState(EMPTY);
  else usePlanEditor.setState({ error, busy: false });
}
