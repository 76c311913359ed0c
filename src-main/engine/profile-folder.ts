import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where author keys live: `HOLDFAST_PROFILE`, else the platform's data folder. The window uses the same one. */
export function profileFolder(environment: Readonly<Record<string, string | undefined>>): string {
  if (environment.HOLDFAST_PROFILE) return environment.HOLDFAST_PROFILE;
  if (process.platform === 'win32') {
    return join(environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Holdfast');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Holdfast');
  return join(environment.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'holdfast');
}
