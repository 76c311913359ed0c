import { timeLeft } from '../domain/plan/time-left.ts';

/** `22 h 32 min left` or `late by 0 h 26 min`. @param ms until it is due; negative = late */
export function leftText(ms: number): string {
  const left = timeLeft(ms);
  const span = 'days' in left ? `${left.days} d ${left.hours} h` : `${left.hours} h ${left.minutes} min`;
  return left.late ? `late by ${span}` : `${span} left`;
}
