import { lastOfDay, wallAt } from '../../../src-main/domain/time/zone.ts';

const HOUR = 3_600_000;

/** The first instant of the day in a zone that holds an instant; ms since 1970 UTC. */
function startOfDay(zone: string, ms: number): number {
  const { hour, minute, second } = wallAt(zone, ms);
  // Two hours more: on a day on which clocks change, midnight is not where the clock says.
  return lastOfDay(zone, ms - (hour * HOUR + minute * 60_000 + second * 1000) - 2 * HOUR) + 1;
}

/**
 * Where the next day starts; for the day before, where this one starts, or where the day of the entry before does.
 * @param before when the entry before happened, ms; null for the first of a list
 */
export function dayStep(zone: string, ms: number, step: 1 | -1, before: number | null): number {
  if (step === 1) return lastOfDay(zone, ms) + 1;
  const start = startOfDay(zone, ms);
  return before === null || before >= start ? start : startOfDay(zone, before);
}
