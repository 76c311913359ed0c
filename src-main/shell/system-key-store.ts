import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import * as z from 'zod';
import { type SystemStore, systemStoreSchema } from '../contract/shell.ts';
import { asFileError } from '../domain/file-error.ts';

type Safe = Pick<SafeStorage, 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'>;

/** The passphrase of the profile as the system's key store gave it back to be kept; `store` says which one that was. */
const keptSchema = z.strictObject({
  format: z.literal('holdfast/profile-system/1'),
  store: systemStoreSchema,
  /** Base64. */
  sealed: z.base64(),
});

/**
 * Whether the keys of a profile are under a passphrase: only then is the system's key store asked at all. Whoever has
 * no passphrase never gets a question of a keyring.
 */
export function keyIsSealed(profile: string): boolean {
  try {
    return readFileSync(join(profile, 'profile.key'), 'latin1').startsWith('{');
  } catch {
    // No profile yet, or one that the engine will explain.
    return false;
  }
}

/** Lets the key store of the system open the profile, on top of its passphrase. */
export interface SystemKeyStore {
  /** Whether it is asked in this run: not before the start after a passphrase was set. */
  readonly asked: boolean;
  /** Null where there is none that deserves the name. */
  store(): SystemStore | null;
  /** The store that keeps the passphrase; null where none does. */
  keptBy(): SystemStore | null;
  /** Null where nothing is kept, the store is another one now, or it does not give it back. */
  passphrase(): string | null;
  /** Null takes it out again. */
  keep(passphrase: string | null): void;
}

/**
 * Threat: on a Linux desktop without a keyring, Chromium "encrypts" with a key that stands in its source
 * (`basic_text`), and still says that encryption is available. So the store itself is asked for, and only known ones
 * count (Electron's documentation of `safeStorage.getSelectedStorageBackend`).
 */
function storeOf(safe: Safe | null, platform: NodeJS.Platform): SystemStore | null {
  if (safe === null) return null;
  if (platform === 'darwin') return 'keychain';
  if (platform === 'win32') return 'dpapi';
  const found = systemStoreSchema.safeParse(safe.getSelectedStorageBackend());
  return found.success ? found.data : null;
}

/** @param safe null in a run that asks no key store: then Chromium was started with a mock of one */
export function systemKeyStore(
  safe: Safe | null,
  platform: NodeJS.Platform,
  profile: string,
): SystemKeyStore {
  const path = join(profile, 'profile.system');
  const store = (): SystemStore | null => storeOf(safe, platform);
  const read = (): z.infer<typeof keptSchema> | null => {
    if (!existsSync(path)) return null;
    try {
      return keptSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      // It is only a convenience: a file that cannot be read costs a question.
      return null;
    }
  };
  return {
    asked: safe !== null,
    store,
    keptBy: () => read()?.store ?? null,
    passphrase() {
      const kept = read();
      if (safe === null || kept === null || kept.store !== store()) return null;
      try {
        return safe.decryptString(Buffer.from(kept.sealed, 'base64'));
      } catch {
        // A keyring that was emptied or stays locked: the person is asked.
        return null;
      }
    },
    keep(passphrase) {
      const now = store();
      if (safe === null || passphrase === null || now === null) {
        rmSync(path, { force: true });
        return;
      }
      const sealed = safe.encryptString(passphrase).toString('base64');
      const kept: z.infer<typeof keptSchema> = { format: 'holdfast/profile-system/1', store: now, sealed };
      const unfinished = `${path}.new`;
      try {
        writeFileSync(unfinished, `${JSON.stringify(kept)}\n`, { mode: 0o600, flush: true });
        renameSync(unfinished, path);
      } catch (error) {
        rmSync(unfinished, { force: true });
        throw asFileError(error, path);
      }
    },
  };
}
