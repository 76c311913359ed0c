import { minutesInDay, minutesInHour, millisecondsInMinute } from 'date-fns/constants';

/**
 * `38 min`, `6 h 55 min`, `2 d 13 h`; the two largest units, rounded down. What lies before the start has a minus.
 * @param from ms since 1970 UTC
 */
export function spanText(from: number, to: number): string {
  const minutes = Math.floor(Math.abs(to - from) / millisecondsInMinute);
  const sign = to < from ? '−' : '';
  const [days, rest] = [Math.floor(minutes / minutesInDay), minutes % minutesInDay];
  const [hours, left] = [Math.floor(rest / minutesInHour), rest % minutesInHour];
  if (days > 0) return `${sign}${days} d ${hours} h`;
  return hours > 0 ? `${sign}${hours} h ${left} min` : `${sign}${left} min`;
}
