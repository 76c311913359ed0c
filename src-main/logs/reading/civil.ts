const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const SECONDS_IN_DAY = 86_400;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days of the months of the year before a month, without 29 February. */
const before = DAYS.map((_, month) => DAYS.slice(0, month).reduce((sum, days) => sum + days, 0));

/**
 * Seconds since 1970 of a day's start, in the proleptic Gregorian calendar and as if the clock showed UTC.
 * @param year 1 to 9999 @param month 1 to 12
 * @returns NaN for a day that does not exist
 */
export function daySeconds(year: number, month: number, day: number): number {
  const length = (DAYS[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);
  if (!(year >= 1 && year <= 9999 && day >= 1 && day <= length)) return Number.NaN;
  const past = year - 1;
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const days = past * 365 + leaps + (before[month - 1] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0) + day - 1;
  // 719,162 days lie between 1 January of the years 1 and 1970.
  return (days - 719_162) * SECONDS_IN_DAY;
}

/** Seconds since midnight; NaN for a reading that no clock shows. Second 60 is a leap second and counts as the next. */
export function clockSeconds(hour: number, minute: number, second: number): number {
  const shown = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 60;
  return shown ? hour * 3600 + minute * 60 + second : Number.NaN;
}
