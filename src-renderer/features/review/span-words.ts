import { minutesInDay, minutesInHour, millisecondsInMinute } from 'date-fns/constants';
import { en } from '../../strings/en.ts';

/** `38 min`, `6 h 55 min`, `2 d 13 h`; rounded down. @param ms at least 0 */
export function spanWords(ms: number): string {
  const text = en.review.course;
  const minutes = Math.floor(ms / millisecondsInMinute);
  const [days, rest] = [Math.floor(minutes / minutesInDay), minutes % minutesInDay];
  const [hours, left] = [Math.floor(rest / minutesInHour), rest % minutesInHour];
  if (days > 0) return text.days(days, hours);
  return hours > 0 ? text.hours(hours, left) : text.minutes(left);
}
