import { millisecondsInHour, millisecondsInMinute } from 'date-fns/constants';

/** What is left until a deadline, or how late it is: whole minutes, or hours where it is longer than three days. */
export type TimeLeft = { readonly late: boolean } & (
  | { readonly hours: number; readonly minutes: number }
  | { readonly days: number; readonly hours: number }
);

/** Longer spans are told in days, h. */
const DAYS_FROM = 72;

/**
 * Always rounded down: nobody has less time than it says, and nobody is later.
 * @param ms until it is due; negative = late
 */
export function timeLeft(ms: number): TimeLeft {
  const late = ms < 0;
  const whole = Math.abs(ms);
  const hours = Math.floor(whole / millisecondsInHour);
  if (hours >= DAYS_FROM) return { late, days: Math.floor(hours / 24), hours: hours % 24 };
  return { late, hours, minutes: Math.floor((whole % millisecondsInHour) / millisecondsInMinute) };
}
