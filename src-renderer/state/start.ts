import { ask, listen } from '../api/client.ts';
import { openPath, runCommand } from './commands.ts';
import { showUnlock } from './open.ts';
import { listenToProfileLock } from './profile-lock.ts';
import { showScreen, useSession } from './session.ts';

let started: Promise<void> | undefined;

/** Connects the window to the shell, and shows the first screen; called again, it answers when that is done. */
export const start = async (): Promise<void> => (started ??= connect());

async function connect(): Promise<void> {
  listenToProfileLock();
  listen('menu.command', ({ command }) => void runCommand(command));
  listen('open.path', ({ path }) => void openPath(path));
  const answer = await ask('app.info', {});
  if (answer.ok) useSession.setState({ app: answer.data });
  if (answer.ok && answer.data.openPath !== null) showUnlock(answer.data.openPath);
  else showScreen({ kind: 'welcome' });
}
