import { millisecondsInHour, millisecondsInMinute } from 'date-fns/constants';

/**
 * What is left until a deadline, in words: `22 h 32 min left`, always rounded down, so that nobody has less time than it
 * says; `late by 0 h 26 min`, rounded down as well.
 * @param ms until it is due; negative = late
 */
export function leftText(ms: number): string {
  const late = ms < 0;
  const whole = Math.abs(ms);
  const hours = Math.floor(whole / millisecondsInHour);
  const minutes = Math.floor((whole % millisecondsInHour) / millisecondsInMinute);
  const span =
    hours >= DAYS_FROM ? `${Math.floor(hours / 24)} d ${hours % 24} h` : `${hours} h ${minutes} min`;
  return late ? `late by ${span}` : `${span} left`;
}

/** Longer spans are told in days, h. */
const DAYS_FROM = 72;
