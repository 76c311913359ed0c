import type { App } from 'electron';
import { endForCertain } from './end-for-certain.ts';
import type { Windows } from './windows.ts';

/**
 * Ends the program with its last window; on macOS a program stays until it is told to quit. Windows put off their
 * closing until their case is closed, which cancels a quit: it goes on when the last one is gone.
 */
export function quitWhenDone(app: App, windows: Windows): void {
  let quitting = false;
  app.on('before-quit', () => {
    if (!quitting) endForCertain();
    quitting = true;
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || quitting) app.quit();
  });
  app.on('activate', () => {
    if (windows.all().length === 0) windows.open(null);
  });
}
