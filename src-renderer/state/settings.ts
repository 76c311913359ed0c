import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { SettingsChange, ShownSettings } from '../../src-main/contract/settings.ts';
import { ask, listen } from '../api/client.ts';

interface SettingsState {
  /** Null until the shell has told them. */
  readonly shown: ShownSettings | null;
  readonly error: ErrorData | null;
}

/** The settings of this device as the shell keeps them; nothing of them lies in the page's own storage. */
export const useSettings = create<SettingsState>(() => ({ shown: null, error: null }));

let listening = false;

/** Reads them and follows their changes, by whichever window or menu. */
export async function loadSettings(): Promise<void> {
  if (!listening) listen('settings.changed', (shown) => useSettings.setState({ shown }));
  listening = true;
  const answer = await ask('settings.show', {});
  if (answer.ok) useSettings.setState({ shown: answer.data, error: null });
  else useSettings.setState({ error: answer.error });
}

/** @param setAside writes a new file where the one that is there cannot be used, and keeps that one */
export async function changeSettings(change: SettingsChange, setAside = false): Promise<void> {
  // First the list, then the switch: where the list cannot be emptied, nothing claims that it was.
  const forgotten = change.recent === false ? await ask('profile.forget-all', {}) : null;
  if (forgotten?.ok === false) {
    useSettings.setState({ error: forgotten.error });
    return;
  }
  const answer = await ask('settings.change', { change, setAside });
  if (answer.ok) useSettings.setState({ shown: answer.data, error: null });
  else useSettings.setState({ error: answer.error });
}
