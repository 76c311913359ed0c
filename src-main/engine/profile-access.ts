import { CaseError } from '../domain/errors.ts';
import { asFileError } from '../domain/file-error.ts';
import { passphraseBytes } from '../domain/passphrase.ts';
import type { WritableDb } from '../store/db.ts';
import { keyFile, readKeySlot, replaceKeySlot } from '../store/profile/key-file.ts';
import { openProfile } from '../store/profile/open-profile.ts';
import { sealKey, unsealKey } from '../store/profile/sealed-key.ts';

export type Protection = 'device-file' | 'passphrase';

/** This device's profile and the way to its key. */
export interface ProfileAccess {
  /** Opens it when it is first needed. @throws CaseError `profile-locked` until `unlock` */
  open(): WritableDb;
  /** How its key lies on the disk now. */
  protection(): Protection;
  /** @throws CaseError `profile-passphrase` where it is another one */
  unlock(passphrase: string): Promise<void>;
  /** Puts the key under a passphrase, or, with null, into a file that only this account reads. */
  protect(passphrase: string | null): Promise<void>;
  close(): void;
}

export function profileAccess(folder: string): ProfileAccess {
  let db: WritableDb | null = null;
  let unsealed: Uint8Array | null = null;
  const open = (): WritableDb => (db ??= openProfile(folder, unsealed));
  const slotOf = (): ReturnType<typeof readKeySlot> => atFile(folder, () => readKeySlot(folder));
  return {
    open,
    protection: () => slotOf()?.kind ?? 'device-file',
    async unlock(passphrase) {
      const slot = slotOf();
      if (slot?.kind === 'passphrase') {
        unsealed = await unsealKey(slot.sealed, passphraseBytes(passphrase), folder);
      }
    },
    async protect(passphrase) {
      // Whoever may not open it may not protect it anew either.
      open();
      const slot = slotOf();
      const key = slot?.kind === 'device-file' ? slot.key : unsealed;
      if (key === null) throw new CaseError('profile-locked', { path: folder });
      const next =
        passphrase === null
          ? ({ kind: 'device-file', key } as const)
          : ({ kind: 'passphrase', sealed: await sealKey(key, passphraseBytes(passphrase)) } as const);
      atFile(folder, () => replaceKeySlot(folder, next));
      unsealed = key;
    },
    close() {
      db?.close();
      db = null;
    },
  };
}

function atFile<Result>(folder: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asFileError(error, keyFile(folder));
  }
}
