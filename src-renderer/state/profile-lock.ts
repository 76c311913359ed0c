import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import { ask, onProfileLocked } from '../api/client.ts';

/** Whether something waits for the passphrase of the profile, and what was wrong with the last try. */
export const useProfileLock = create<{ readonly asked: boolean; readonly error: ErrorData | null }>(() => ({
  asked: false,
  error: null,
}));

let waiting: ((opened: boolean) => void)[] = [];

/** Questions that need the profile wait until it is open, or until the person gives up. */
export function listenToProfileLock(): void {
  onProfileLocked(
    async () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        useProfileLock.setState({ asked: true });
      }),
  );
}

function settle(opened: boolean): void {
  const all = waiting;
  waiting = [];
  useProfileLock.setState({ asked: false, error: null });
  for (const resolve of all) resolve(opened);
}

export async function unlockProfile(passphrase: string): Promise<void> {
  useProfileLock.setState({ error: null });
  const answer = await ask('profile.unlock', { passphrase });
  if (answer.ok) settle(true);
  else useProfileLock.setState({ error: answer.error });
}

export const giveUpProfile = (): void => settle(false);
