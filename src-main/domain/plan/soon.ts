import { millisecondsInHour } from 'date-fns/constants';

/** From here on a deadline is near: two hours, or the last tenth of its span where that is shorter. */
const NEAR = 2 * millisecondsInHour;

/**
 * The instant from which a deadline is near, ms since 1970 UTC.
 * @param started since when it runs; ISO 8601, UTC
 */
export function soonAt({ due, started }: { readonly due: string; readonly started: string }): number {
  const end = Date.parse(due);
  return end - Math.min(NEAR, Math.max(0, end - Date.parse(started)) / 10);
}
