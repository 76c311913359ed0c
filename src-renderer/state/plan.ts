import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { Answer, RequestOf, ResponseOf } from '../../src-main/contract/index.ts';
import type { DeadlineView, PlanGateLineView, PlanView } from '../../src-main/contract/plan.ts';
import { phases } from '../../src-main/domain/phase.ts';
import { lastCallAt, soonAt } from '../../src-main/domain/plan/soon.ts';
import { ask } from '../api/client.ts';
import { useCase } from './case.ts';
import { keepNextDue } from './next-due.ts';
import { sayDone } from './done.ts';
import { addEntry } from './timeline.ts';

type Actions = ResponseOf<'action.list'>;
/** A form beside the steps. */
export type PlanForm = 'done' | 'skipped' | 'reopened' | 'add' | 'action' | 'link';

/** What is said of a deadline of one's own: that there is one, that it was met, that it does not count any more. */
export type OwnDeadline =
  | { readonly kind: 'set' }
  | { readonly kind: 'met' | 'void'; readonly deadline: DeadlineView };

interface PlanState {
  readonly plan: PlanView | null;
  readonly actions: Actions | null;
  readonly deadlines: readonly DeadlineView[];
  readonly error: ErrorData | null;
  /** The phase that is shown; null = the one in which the incident is. */
  readonly phase: string | null;
  readonly step: string | null;
  readonly form: PlanForm | null;
  /** Whether somebody is asked since when a breach is suspected. */
  readonly starting: boolean;
  /** The phase that is to be entered, while the gate of the one that is left is answered; with the reason so far. */
  readonly leaving: { readonly phase: string; readonly why: string } | null;
  /** The recipient of whom somebody says that they were told. */
  readonly sending: string | null;
  readonly owning: OwnDeadline | null;
}

const EMPTY: PlanState = {
  plan: null,
  actions: null,
  deadlines: [],
  error: null,
  phase: null,
  step: null,
  form: null,
  starting: false,
  leaving: null,
  sending: null,
  owning: null,
};

export const usePlan = create<PlanState>(() => EMPTY);

export function resetPlan(): void {
  usePlan.setState(EMPTY);
}

/** Kinds of entries after which steps or deadlines are others. */
export const PLAN_KINDS: ReadonlySet<string> = new Set([
  'plan',
  'step',
  'step-added',
  'step-link',
  'action',
  'action-result',
  'notice',
  'deadline',
  'fact',
  'phase',
  'review-approval',
  'withholding',
]);

/** Asks anew for what is due and for the plan; for what was done where that was asked for before. */
export async function loadPlan(): Promise<void> {
  const path = useCase.getState().info?.path;
  if (usePlan.getState().actions !== null) void loadActions();
  const answers = await Promise.all([ask('deadline.list', {}), ask('plan.show', {})]);
  if (useCase.getState().info?.path !== path) return;
  const [due, plan] = answers;
  if (due.ok) watchDeadlines(due.data.deadlines, path);
  const failed = answers.find((answer) => !answer.ok);
  usePlan.setState({
    error: failed?.ok === false ? failed.error : null,
    ...(plan.ok ? { plan: plan.data } : {}),
    ...(due.ok ? { deadlines: due.data.deadlines } : {}),
  });
}

/** The system tells of what runs, also while the case is locked; the locked page shows the next one. */
function watchDeadlines(deadlines: readonly DeadlineView[], path: string | undefined): void {
  const open = deadlines.filter(({ state }) => state === 'running' || state === 'overdue');
  const times = open.map((deadline) => ({
    soon: soonAt(deadline),
    last: lastCallAt(deadline),
    due: Date.parse(deadline.due),
  }));
  void ask('deadlines.watch', { times });
  const [next] = open.toSorted((a, b) => a.due.localeCompare(b.due));
  keepNextDue(next === undefined || path === undefined ? null : { path, due: next.due });
}

/** What was done, and what can be; the plan screen asks for it. */
export async function loadActions(): Promise<void> {
  const path = useCase.getState().info?.path;
  const answer = await ask('action.list', {});
  if (useCase.getState().info?.path !== path) return;
  usePlan.setState(answer.ok ? { actions: answer.data } : { error: answer.error });
}

export const showPhase = (phase: string): void => usePlan.setState({ phase, step: null, form: null });
/** Shows the phase beside the one that is shown. */
export function stepPhase(by: -1 | 1): void {
  const { plan, phase } = usePlan.getState();
  const all = plan?.phases ?? [];
  const at = all.findIndex(({ id }) => id === (phase ?? plan?.phase.at(-1)));
  const next = all[at + by];
  if (next !== undefined) showPhase(next.id);
}

export const selectStep = (step: string | null): void => usePlan.setState({ step, form: null });
export const openPlanForm = (form: PlanForm | null): void => usePlan.setState({ form });
export const askSent = (sending: string | null): void => usePlan.setState({ sending });
export const askOwn = (owning: OwnDeadline | null): void => usePlan.setState({ owning });
export const askSuspicion = (starting: boolean): void => usePlan.setState({ starting });

type Written =
  | 'plan.step'
  | 'plan.link'
  | 'plan.add-step'
  | 'action.record'
  | 'deadline.set'
  | 'notice.record'
  | 'notice.add';

/** Writes one entry about the plan or its deadlines, shows it, and says what is done. */
async function write<Name extends Written>(
  name: Name,
  request: RequestOf<Name>,
  done: string,
): Promise<ErrorData | null> {
  const answer = (await ask(name, request)) as Answer<Written>;
  if (!answer.ok) return answer.error;
  addEntry(answer.data.entry);
  await loadPlan();
  sayDone(done);
  return null;
}

export const saveStep = async (step: RequestOf<'plan.step'>, done: string): Promise<ErrorData | null> =>
  write('plan.step', step, done);

export const saveLinks = async (links: RequestOf<'plan.link'>, done: string): Promise<ErrorData | null> =>
  write('plan.link', links, done);

export const saveNewStep = async (
  step: RequestOf<'plan.add-step'>,
  done: string,
): Promise<ErrorData | null> => write('plan.add-step', step, done);

export const saveAction = async (
  action: RequestOf<'action.record'>,
  done: string,
): Promise<ErrorData | null> => write('action.record', action, done);

export const saveDeadline = async (
  deadline: RequestOf<'deadline.set'>,
  done: string,
): Promise<ErrorData | null> => write('deadline.set', deadline, done);

export const saveNotice = async (
  notice: RequestOf<'notice.record'>,
  done: string,
): Promise<ErrorData | null> => write('notice.record', notice, done);

export const saveRecipient = async (
  recipient: RequestOf<'notice.add'>,
  done: string,
): Promise<ErrorData | null> => write('notice.add', recipient, done);

/** How many have to be told and were not yet, by their running clocks. */
export const noticesDue = ({ deadlines }: PlanState): number =>
  deadlines.filter(
    ({ recipient, state }) => recipient !== null && (state === 'running' || state === 'overdue'),
  ).length;

/** Whether all steps of eradication are behind. */
export const isEradicated = ({ plan }: PlanState): boolean => {
  const steps = plan?.phases.find(({ id }) => id === 'eradication')?.steps ?? [];
  return steps.length > 0 && steps.every(({ state }) => state === 'done' || state === 'skipped');
};

/** The lines of the gate that stands before a phase; empty where none does, also for whoever goes back. */
export function gateBefore({ plan }: Pick<PlanState, 'plan'>, entered: string): readonly PlanGateLineView[] {
  if (plan === null) return [];
  const index = (phase: string | undefined): number => phases.findIndex((one) => one === phase);
  const left = plan.phase.at(-1);
  if (index(entered) <= index(left)) return [];
  return plan.phases.find(({ id }) => id === left)?.gate ?? [];
}

/** Whether something that may be destroyed is not registered yet. */
export const lacksEvidence = ({ plan }: Pick<PlanState, 'plan'>): boolean =>
  plan?.collected.some(({ exhibits }) => exhibits.length === 0) ?? false;

/** Steps that are open up to the phase that stands, without preparation: what is handed over. */
export function openSteps(plan: PlanView | null): PlanView['phases'][number]['steps'] {
  if (plan === null) return [];
  const now = Math.max(...plan.phase.map((phase) => phases.findIndex((one) => one === phase)));
  return plan.phases
    .filter(({ id }) => id !== 'preparation' && phases.indexOf(id) <= now)
    .flatMap(({ steps }) => steps.filter(({ state }) => state === 'open' || state === 'reopened'));
}

/** Asks for the gate before a phase is entered. */
/** What the record shows by now is asked anew: exhibits that came meanwhile answer lines of the gate. */
export function askGate(leaving: PlanState['leaving']): void {
  usePlan.setState({ leaving });
  if (leaving !== null) void loadPlan();
}

/** `13/26`: steps that are behind, of all; empty while the plan is not known. */
export function stepsDone({ plan }: PlanState): string {
  if (plan === null) return '';
  const steps = plan.phases.flatMap((phase) => phase.steps);
  const behind = steps.filter(({ state }) => state === 'done' || state === 'skipped').length;
  return `${behind}/${steps.length}`;
}
