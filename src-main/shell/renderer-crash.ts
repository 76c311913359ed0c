import type { CaseWindow } from './case-window.ts';
import { APP_INDEX } from './app-url.ts';

/**
 * A page that crashed takes nothing with it that was acknowledged. Its case is locked, because nobody sees any more what
 * is open, and the page starts again.
 */
export function recoverFromCrash(made: CaseWindow): void {
  const { webContents } = made.window;
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || webContents.isDestroyed()) return;
    void made.lock().then(async () => webContents.loadURL(APP_INDEX));
  });
}
