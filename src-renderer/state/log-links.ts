import { showSection } from './case.ts';
import { selectExhibit } from './evidence.ts';
import { showLogRow } from './log-found-rows.ts';
import { showLogTab } from './log-sources.ts';

/** Shows an exhibit where it is kept. */
export function showExhibit(exhibit: string): void {
  showSection('evidence');
  selectExhibit(exhibit);
}

/** Shows which logs are wanted, and what of them was read. */
export function showWantedLogs(): void {
  showLogTab('wanted');
  showSection('logs');
}

/** Opens a line in the search, from whichever screen. @param ref `EV-003:88431` */
export function openInLogs(ref: string): void {
  showLogTab('search');
  showLogRow(ref);
  showSection('logs');
}
