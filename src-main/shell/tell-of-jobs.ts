import { type BrowserWindow, Notification } from 'electron';
import type { JobOutcome } from './watch-jobs.ts';

/** Who waits so long has turned to something else, ms. */
const LONG = 3000;

/** The only texts that leave the window: the system keeps and shows them where it likes, also on a locked screen. */
const TEXTS: Readonly<Record<Exclude<JobOutcome, 'cancelled'>, string>> = {
  done: 'A job has ended in Holdfast.',
  failed: 'A job has failed in Holdfast.',
};

/**
 * Threat: what the operating system shows outside the window is read by whoever stands there, and kept by it. So it is
 * told that a job has ended and nothing of any case, and only while its window is not the one in front. The page may
 * not notify (`permissions.ts`).
 * @param isWanted whether the person wants to be told
 */
export function tellOfJobs(
  window: BrowserWindow,
  isWanted: () => boolean,
): (outcome: JobOutcome, took: number) => void {
  // Kept until it is closed: else a click on it would lead nowhere.
  let shown: Notification | null = null;
  return (outcome, took) => {
    if (outcome === 'cancelled' || took < LONG || !isWanted()) return;
    if (window.isDestroyed() || window.isFocused() || !Notification.isSupported()) return;
    shown?.close();
    const notification = new Notification({ title: 'Holdfast', body: TEXTS[outcome] });
    shown = notification;
    notification.on('click', () => {
      if (window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    });
    notification.on('close', () => {
      if (shown === notification) shown = null;
    });
    notification.show();
  };
}
