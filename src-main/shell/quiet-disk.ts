import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';

/**
 * Threat: what Chromium keeps for speed (caches, local storage, crash reports) lies in the clear beside an encrypted
 * case. The pages of Holdfast live in an in-memory session; this takes away what Chromium writes on its own account.
 * What is left, and why, is listed in the README's part about the disk.
 */
const switches: readonly (readonly [name: string, value?: string])[] = [
  ['disable-http-cache'],
  ['disk-cache-size', '1'],
  ['media-cache-size', '1'],
  ['disable-gpu-shader-disk-cache'],
  ['disable-breakpad'],
  ['disable-crash-reporter'],
];

/** Otherwise a passphrase field may ask the desktop's key store for Chromium's own cookie key. */
const withoutKeyStore: typeof switches = [['password-store', 'basic'], ['use-mock-keychain']];

/** Below the folder of Chromium's own files: what the session of no window writes while the program runs. */
const SESSION = 'session';
const CRASHES = 'crashes';

/**
 * Before the app is ready.
 * @param folder of Chromium's own files: below the profile, so that each profile has its own single-instance lock
 * @param keyStore whether the system's key store may be asked, for the passphrase of the profile
 */
export function writeLittle(app: App, folder: string, keyStore: boolean): void {
  for (const [name, value] of [...switches, ...(keyStore ? [] : withoutKeyStore)]) {
    app.commandLine.appendSwitch(name, value);
  }
  // Graphics drivers keep compiled shaders in the home folder unless told not to.
  process.env.MESA_SHADER_CACHE_DISABLE = 'true';
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', folder);
  // Chromium always has a session on disk, even when no window uses it: empty databases and empty caches.
  app.setPath('sessionData', join(app.getPath('userData'), SESSION));
  app.setPath('crashDumps', join(app.getPath('userData'), CRASHES));
}

/** At the start, once this program is the only one (a kill left something), and again when it ends. */
export function forgetSession(app: App): void {
  const forget = (): void => {
    for (const name of [SESSION, CRASHES]) {
      rmSync(join(app.getPath('userData'), name), { recursive: true, force: true });
    }
  };
  forget();
  app.on('quit', forget);
}
