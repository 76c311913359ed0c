import { lastOfDay, wallAt } from '../../../src-main/domain/time/zone.ts';

const HOUR = 3_600_000;

/** The first instant of the day in a zone that holds an instant; ms since 1970 UTC. */
export function startOfDay(zone: string, ms: number): number {
  const { hour, minute, second } = wallAt(zone, ms);
  // Two hours more: on a day on which clocks change, midnight is not where the clock says.
  return lastOfDay(zone, ms - (hour * HOUR + minute * 60_000 + second * 1000) - 2 * HOUR) + 1;
}

/**
 * Where the next day starts; for the day before, where this one starts, or the one before where it stands there already.
 * @param first the first entry of its day stands here
 */
export function dayStep(zone: string, ms: number, step: 1 | -1, first: boolean): number {
  if (step === 1) return lastOfDay(zone, ms) + 1;
  const start = startOfDay(zone, ms);
  return first ? startOfDay(zone, start - 1) : start;
}
