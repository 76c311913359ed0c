import { millisecondsInHour, millisecondsInMinute } from 'date-fns/constants';

/** From here on a deadline is near: two hours, or the last tenth of its span where that is shorter. */
const NEAR = 2 * millisecondsInHour;
/** The last time that somebody is told before it: half an hour, or the last twentieth. */
const LAST_CALL = 30 * millisecondsInMinute;

/** @param started since when it runs; both ISO 8601, UTC */
interface Span {
  readonly due: string;
  readonly started: string;
}

/** The instant from which a deadline is near, ms since 1970 UTC. */
export const soonAt = (span: Span): number => before(span, NEAR, 10);

/** The instant of the last reminder, ms since 1970 UTC. */
export const lastCallAt = (span: Span): number => before(span, LAST_CALL, 20);

function before({ due, started }: Span, most: number, part: number): number {
  const end = Date.parse(due);
  return end - Math.min(most, Math.max(0, end - Date.parse(started)) / part);
}
