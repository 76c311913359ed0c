import { type BrowserWindow, Notification } from 'electron';

/**
 * Shows a text outside the window, by the operating system. Threat: it is read by whoever stands there, and kept by the
 * system, so no text may say anything of a case. The page may not notify (`permissions.ts`).
 * @returns shows a text in the place of the one before
 */
export function systemNotice(window: BrowserWindow): (body: string) => void {
  // Kept until it is closed: else a click on it would lead nowhere.
  let shown: Notification | null = null;
  return (body) => {
    if (window.isDestroyed() || !Notification.isSupported()) return;
    shown?.close();
    const notification = new Notification({ title: 'Holdfast', body });
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
