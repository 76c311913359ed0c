/** Months that a row lies before the last one where the year has changed; less is disorder. */
const HALF_YEAR = 6;
const DECEMBER = 12;

/**
 * Counts the years of dates that have none. A log is read in one pass and begins with its oldest row, so the year of
 * the first row is what has to be known; from there on a month that is more than half a year before the one of the row
 * before begins the next year. A row of December right behind one of a January that began a year came late.
 */
export class YearClock {
  private year: number | null;
  private readonly modified: number | null;
  private month = 0;
  private hasTurned = false;

  /**
   * @param first year of the first row; null where nobody said it: then the file's own date decides
   * @param modified ms since 1970 UTC; where it is not known either, no row has a time
   */
  constructor(first: number | null, modified: number | null) {
    this.year = first;
    this.modified = modified;
  }

  /** @param month 1 to 12, of the next row */
  yearOf(month: number, day: number): number {
    this.year ??= this.modified === null ? Number.NaN : firstYear(month, day, this.modified);
    if (month === DECEMBER && this.month === 1 && this.hasTurned) return this.year - 1;
    if (this.month - month > HALF_YEAR) {
      this.year++;
      this.hasTurned = true;
    }
    this.month = month;
    return this.year;
  }
}

/**
 * The year of the first row of a log that was changed last at an instant: the latest in which the row is not younger
 * than the file. A day is allowed for the zone.
 * @param month 1 to 12 @param modified ms since 1970 UTC
 */
export function firstYear(month: number, day: number, modified: number): number {
  const latest = new Date(modified + 86_400_000);
  const year = latest.getUTCFullYear();
  return Date.UTC(year, month - 1, day) > latest.getTime() ? year - 1 : year;
}
