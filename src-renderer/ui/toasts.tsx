import { Notifications } from '@mantine/notifications';

/** Where short messages stand. */
export function Toasts() {
  return (
    <Notifications
      position="bottom-right"
      classNames={{ root: 'toasts' }}
      autoClose={3500}
      limit={1}
      zIndex={400}
      transitionDuration={0}
    />
  );
}
