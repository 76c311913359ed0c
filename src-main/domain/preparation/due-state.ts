import { millisecondsInDay } from 'date-fns/constants';
import type { UtcIso } from '../brands.ts';
import { lastInstant } from '../retention/last-instant.ts';

/** How something that recurs stands: `never` was not done yet, `none` has no date. */
export type DueState = 'never' | 'none' | 'ok' | 'soon' | 'overdue';

/** A week before it is due, somebody should plan it. */
const SOON_DAYS = 7;

/** @param due ISO 8601, UTC; the instant itself is in time. @param now ms since 1970 UTC */
export function dueState(due: string | null, now: number): DueState {
  if (due === null) return 'none';
  const left = Date.parse(due) - now;
  if (left < 0) return 'overdue';
  return left <= SOON_DAYS * millisecondsInDay ? 'soon' : 'ok';
}

/**
 * When a defence is to be checked again: so many days after the last check, at the end of that day in a zone.
 * @param checked ms since 1970 UTC
 */
export const nextCheck = (checked: number, everyDays: number | null, zone: string): UtcIso | null =>
  everyDays === null || everyDays === 0
    ? null
    : lastInstant({ amount: everyDays, unit: 'days' }, checked, zone);

/** When an approved plan is to be looked at again. @param approved ms since 1970 UTC */
export const nextReview = (approved: number, months: number | null, zone: string): UtcIso | null =>
  months === null ? null : lastInstant({ amount: months, unit: 'months' }, approved, zone);
