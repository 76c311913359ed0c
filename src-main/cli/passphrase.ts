import { readFileSync } from 'node:fs';
import { CaseError } from '../domain/errors.ts';
import { passphraseOfFile } from '../domain/passphrase.ts';
import { asFileError } from '../domain/file-error.ts';

/** Where passphrases come from: the environment, a file, or a person at a terminal. Never an argument. */
export interface Secrets {
  forCase(path: string): Promise<string>;
  /** @param repeat ask twice where a new one is typed */
  forNewCase(path: string): Promise<string>;
  forCopy(path: string): Promise<string>;
  /** Of another copy of the case: its own, else the one of the case. */
  forOther(path: string, file: string | undefined): Promise<string>;
  /** Of this device's profile, where it has one. */
  forProfile(folder: string): Promise<string>;
  /** @param protectedNow whether it has one already, which is then not the new one */
  forNewProfile(folder: string, protectedNow: boolean): Promise<string>;
}

export interface SecretSources {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly passphraseFile: string | undefined;
  readonly newPassphraseFile: string | undefined;
  /** Asks without echo; null where there is no terminal. */
  readonly ask: ((question: string) => Promise<string>) | null;
}

export function createSecrets(sources: SecretSources): Secrets {
  const { environment, passphraseFile, newPassphraseFile, ask } = sources;
  const given = environment.HOLDFAST_PASSPHRASE;
  const first = (): string | null => {
    if (passphraseFile !== undefined) return fromFile(passphraseFile);
    return given === undefined || given === '' ? null : given;
  };
  const another = (): string | null =>
    newPassphraseFile === undefined
      ? environment.HOLDFAST_NEW_PASSPHRASE || null
      : fromFile(newPassphraseFile);
  const twice = async (question: string, missing: CaseError): Promise<string> => {
    if (ask === null) throw missing;
    const typed = await ask(question);
    if ((await ask('Once more: ')) !== typed) {
      throw new CaseError('passphrase-unusable', { reason: 'The two passphrases are not the same.' });
    }
    return typed;
  };
  return {
    async forCase(path) {
      const known = first();
      if (known !== null) return known;
      if (ask === null) throw new CaseError('passphrase-missing', { path });
      return ask(`Passphrase for ${path}: `);
    },
    forNewCase: async (path) =>
      first() ?? (await twice(`New passphrase for ${path}: `, new CaseError('passphrase-missing', { path }))),
    async forOther(path, file) {
      if (file !== undefined) return fromFile(file);
      const known = environment.HOLDFAST_OTHER_PASSPHRASE;
      if (known !== undefined && known !== '') return known;
      const own = first();
      if (own !== null) return own;
      if (ask === null) throw new CaseError('passphrase-missing', { path });
      return ask(`Passphrase for ${path}: `);
    },
    forCopy: async (path) =>
      another() ??
      (await twice(`New passphrase for ${path}: `, new CaseError('new-passphrase-missing', { path }))),
    async forProfile(folder) {
      const known = environment.HOLDFAST_PROFILE_PASSPHRASE;
      if (known !== undefined && known !== '') return known;
      if (ask === null) throw new CaseError('profile-locked', { path: folder });
      return ask(`Passphrase of the profile in ${folder}: `);
    },
    async forNewProfile(folder, protectedNow) {
      const first = protectedNow ? undefined : environment.HOLDFAST_PROFILE_PASSPHRASE;
      return (
        another() ??
        (first ||
          (await twice(
            `New passphrase for the profile in ${folder}: `,
            new CaseError('new-profile-passphrase-missing', { path: folder }),
          )))
      );
    },
  };
}

function fromFile(path: string): string {
  try {
    const passphrase = passphraseOfFile(readFileSync(path, 'utf8'));
    if (passphrase !== '') return passphrase;
    throw new CaseError('passphrase-unusable', {
      reason: `The first line of ${path} is empty. Write the passphrase there.`,
    });
  } catch (error) {
    throw asFileError(error, path);
  }
}
