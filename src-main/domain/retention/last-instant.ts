import { TZDate } from '@date-fns/tz';
import { addDays, addMonths } from 'date-fns';
import { utcIso, type UtcIso } from '../brands.ts';
import { endOfDate, wallAt } from '../time/zone.ts';
import type { RetentionRule } from './rules.ts';

/**
 * The last instant of a rule's span: calendar days or months after the day that a zone's clock shows at its start, at
 * the end of that day. A month that has no such day ends it on its last one (31 January + 1 month = 28 February).
 * @param startMs ms since 1970 UTC
 */
export function lastInstant(
  { amount, unit }: Pick<RetentionRule, 'amount' | 'unit'>,
  startMs: number,
  zone: string,
): UtcIso {
  const { year, month, day } = wallAt(zone, startMs);
  // Dates only: UTC has every day once, and this machine's own zone must not matter.
  const noon = new TZDate(year, month - 1, day, 12, 'UTC');
  const last = unit === 'days' ? addDays(noon, amount) : addMonths(noon, amount);
  return utcIso(
    endOfDate(zone, { year: last.getFullYear(), month: last.getMonth() + 1, day: last.getDate() }),
  );
}
