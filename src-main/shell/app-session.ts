import { session as sessions, type Session } from 'electron';
import { serveApp } from './app-protocol.ts';
import { denyDownloads } from './downloads.ts';
import { denyPermissions } from './permissions.ts';

/** No `persist:` in front: cookies, storage and caches of this session exist in memory only. */
const APP_PARTITION = 'holdfast';

/** The one session of all windows. */
export function createAppSession(pageFolder: string): Session {
  const session = sessions.fromPartition(APP_PARTITION, { cache: false });
  denyPermissions(session);
  denyDownloads(session);
  serveApp(session, pageFolder);
  return session;
}
