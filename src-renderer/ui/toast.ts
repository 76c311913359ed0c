import { notifications } from '@mantine/notifications';
import { en } from '../strings/en.ts';

/** A short message that something is done. Never for errors: those stay until they are settled. */
export function toastDone(message: string): void {
  // The newest takes the place of the one before: a stack would cover the work.
  notifications.clean();
  notifications.show({
    message,
    // Good news does not interrupt whoever listens to the screen.
    role: 'status',
    withBorder: true,
    className: 'toast',
    closeButtonProps: { 'aria-label': en.common.close },
  });
}

/** Takes every message away: a locked window shows nothing of the case. */
export function clearToasts(): void {
  notifications.clean();
}
