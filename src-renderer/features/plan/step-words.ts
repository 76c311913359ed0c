import type { PlanStepView } from '../../../src-main/contract/plan.ts';
import { clockWithZone, dueTime, nearTime } from '../../format/time.ts';
import { en } from '../../strings/en.ts';
import type { IconType } from '../../ui/ic.tsx';
import {
  IconAlertOctagon,
  IconCircle,
  IconCircleCheck,
  IconCircleMinus,
  IconRotate,
} from '../../ui/icons.ts';

/** Whether nothing is left to do about it. */
export const isBehind = ({ state }: Pick<PlanStepView, 'state'>): boolean =>
  state === 'done' || state === 'skipped';

const ICONS: Readonly<Record<PlanStepView['state'], IconType>> = {
  open: IconCircle,
  done: IconCircleCheck,
  skipped: IconCircleMinus,
  reopened: IconRotate,
};

/** Shape and word say it; the colour only repeats it. */
export function stepLook(step: PlanStepView, now: Date): { readonly icon: IconType; readonly tone: string } {
  if (isLate(step, now)) return { icon: IconAlertOctagon, tone: 'danger-text' };
  return { icon: ICONS[step.state], tone: step.state === 'done' ? 'ok-text' : 't3' };
}

export const isLate = (step: PlanStepView, now: Date): boolean =>
  !isBehind(step) && step.due !== null && Date.parse(step.due) < now.getTime();

/** `done 02:26 CET`, `due 04:30 CET`. */
export function stepWhen(step: PlanStepView, zone: string, now: Date): string {
  const text = en.plan;
  const last = step.said.at(-1);
  if (last !== undefined && step.state !== 'reopened') {
    return `${text.state[step.state]} ${nearTime(new Date(last.at), zone, 'minute', now)}`;
  }
  if (step.due !== null) return text.due(dueTime(new Date(step.due), zone, now));
  return step.state === 'reopened' && last !== undefined
    ? `${text.state.reopened} ${clockWithZone(new Date(last.at), zone, 'minute')}`
    : text.noDue;
}
