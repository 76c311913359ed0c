import { tzOffset } from '@date-fns/tz';
import type { PlanStepView } from '../../../src-main/contract/plan.ts';
import { clock, dayAndMonth, dayKey } from '../../format/time.ts';
import { zoneName } from '../../format/zone.ts';
import { en } from '../../strings/en.ts';

/** Whether nothing is left to do about it. */
export const isBehind = ({ state }: Pick<PlanStepView, 'state'>): boolean =>
  state === 'done' || state === 'skipped';

export const isLate = (step: PlanStepView, now: Date): boolean =>
  !isBehind(step) && step.due !== null && Date.parse(step.due) < now.getTime();

/** `02:26`, `18 Nov 04:30`: the zone stands in the head of the column, and here where it is another one then. */
function columnTime(at: Date, zone: string, now: Date): string {
  // Names of zones are dear: of five hundred steps, hardly one is due on the other side of a change.
  const other = tzOffset(zone, at) === tzOffset(zone, now) ? '' : ` ${zoneName(zone, at)}`;
  const time = `${clock(at, zone, 'minute')}${other}`;
  const [day, today] = [dayKey(at, zone), dayKey(now, zone)];
  if (day === today) return time;
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`;
  return `${dayAndMonth(at, zone)}${year} ${time}`;
}

/** `done 02:26`, `due 04:30`. */
export function stepWhen(step: PlanStepView, zone: string, now: Date): string {
  const text = en.plan;
  const last = step.said.at(-1);
  if (last !== undefined && step.state !== 'reopened') {
    return `${text.state[step.state]} ${columnTime(new Date(last.at), zone, now)}`;
  }
  if (step.due !== null) return text.due(columnTime(new Date(step.due), zone, now));
  return step.state === 'reopened' && last !== undefined
    ? `${text.state.reopened} ${columnTime(new Date(last.at), zone, now)}`
    : text.noDue;
}
