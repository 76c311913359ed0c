import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { ResponseOf } from '../../src-main/contract/index.ts';
import { ask, onProfileLocked } from '../api/client.ts';

/** Whether something waits for the passphrase of the profile, and what was wrong with the last try. */
export const useProfileLock = create<{
  readonly asked: boolean;
  readonly error: ErrorData | null;
  readonly system: ResponseOf<'profile.system'> | null;
}>(() => ({ asked: false, error: null, system: null }));

let waiting: ((opened: boolean) => void)[] = [];

/** Questions that need the profile wait until it is open: by the system's key store, or by the person. */
export function listenToProfileLock(): void {
  onProfileLocked(async () => {
    const bySystem = await ask('profile.unlock-by-system', {});
    if (bySystem.ok && bySystem.data.opened) return true;
    const system = await ask('profile.system', {});
    return new Promise((resolve) => {
      waiting.push(resolve);
      useProfileLock.setState({ asked: true, system: system.ok ? system.data : null });
    });
  });
}

function settle(opened: boolean): void {
  const all = waiting;
  waiting = [];
  useProfileLock.setState({ asked: false, error: null });
  for (const resolve of all) resolve(opened);
}

/** @param keep whether the system's key store opens it from now on */
export async function unlockProfile(passphrase: string, keep: boolean): Promise<void> {
  useProfileLock.setState({ error: null });
  const answer = await ask('profile.unlock', { passphrase });
  const kept = answer.ok && keep ? await ask('profile.keep-in-system', { passphrase }) : null;
  if (!answer.ok) useProfileLock.setState({ error: answer.error });
  else if (kept?.ok === false) useProfileLock.setState({ error: kept.error });
  else settle(true);
}

export const giveUpProfile = (): void => settle(false);
