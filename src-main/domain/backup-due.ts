/** Work that is nowhere else is mentioned after this time, ms. */
const AFTER = 30 * 60 * 1000;

/** What was written since the last good copy or mirror. */
export interface NotBackedUp {
  readonly entries: number;
  /** When the first and the last of them were recorded, ms since 1970 UTC. */
  readonly first: number;
  readonly last: number;
}

/** Whether to mention that the work of half an hour is in one place only. */
export const backupDue = ({ entries, first, last }: NotBackedUp): boolean =>
  entries > 0 && last - first >= AFTER;
