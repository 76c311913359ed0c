import { notifications } from '@mantine/notifications';

/** A short message that something is done. Never for errors: those stay until they are settled. */
export function toastDone(message: string): void {
  notifications.show({ message, withBorder: true, className: 'toast' });
}

/** Takes every message away: a locked window shows nothing of the case. */
export function clearToasts(): void {
  notifications.clean();
}
