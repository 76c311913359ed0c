import { timeLeft } from '../../src-main/domain/plan/time-left.ts';
import { en } from '../strings/en.ts';

/** `22 h 32 min left` or `late by 0 h 26 min`. @param ms until it is due; negative = late */
export function leftWords(ms: number): string {
  const left = timeLeft(ms);
  const text = en.plan.deadline;
  const span = 'days' in left ? text.days(left.days, left.hours) : text.hours(left.hours, left.minutes);
  return left.late ? text.late(span) : text.left(span);
}
