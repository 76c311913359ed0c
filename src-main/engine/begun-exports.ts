import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CaseError } from '../domain/errors.ts';
import { asFileError } from '../domain/file-error.ts';
import type { WritableDb } from '../store/db.ts';
import { temporaryName } from '../store/create-case.ts';
import { holdFile } from '../store/lock-file.ts';
import { type BegunName, begunSettings, forgetSetting, setSetting } from '../store/profile/setting.ts';
import { asCaseError } from '../store/sqlite-error.ts';
import { rememberQuietly } from './remember.ts';
import type { Engine } from './state.ts';
import {
  type Unfinished,
  forgetUnfinished,
  noteUnfinished,
  removeLeft,
  unfinishedSchema,
} from './unfinished.ts';

/*
 * What is written for others is not encrypted, and a case that is only read has no place to say that it was begun. So the
 * profile, which nobody else writes, names each file while it is written, and its process holds a lock beside the profile:
 * whose lock is free was killed. What is removed must, besides, have a name of ours on its way.
 */

const LOCK = /^begun-([0-9a-f]{16})\.lock$/u;
const lockOf = (folder: string, id: string): string => join(folder, `begun-${id}.lock`);
const nameOf = (id: string): BegunName => `begun/${id}`;

/**
 * Writes down that an export is begun, before anything of it lies on the disk. Where the profile has no room for that, the
 * export goes on.
 * @param writable the case, where it may be written: another profile finds it there
 * @returns to be called when it has its name, or is gone
 */
export function beginExport(engine: Engine, begun: Unfinished, writable: WritableDb | null): () => void {
  sweepExports(engine);
  if (writable !== null) noteUnfinished(writable, begun);
  let forget = (): void => {};
  rememberQuietly(() => {
    const profile = engine.profile();
    const { id, release } = holdNew(engine.host.profileFolder);
    forget = () => {
      rememberQuietly(() => forgetSetting(profile, nameOf(id)));
      release();
    };
    try {
      setSetting(profile, nameOf(id), JSON.stringify(begun));
    } catch (error) {
      release();
      throw error;
    }
  });
  return () => {
    forget();
    if (writable !== null) forgetUnfinished(writable, begun.temporary);
  };
}

/** For the command line, which writes documents itself: the name that one has on its way, and what notes that it is begun. */
export function documentAt(
  engine: Engine,
  path: string,
): { readonly beside: string; readonly begin: () => () => void } {
  const temporary = temporaryName(path);
  return {
    beside: temporary,
    begin: () => beginExport(engine, { temporary, path, plain: true }, null),
  };
}

/** @throws CaseError `file-locked` where the file system has no locks */
function holdNew(folder: string): { readonly id: string; readonly release: () => void } {
  // Somebody who looks for locks that nobody holds may have taken this one a moment before us.
  for (let tries = 0; tries < 5; tries += 1) {
    const id = randomBytes(8).toString('hex');
    const release = hold(folder, id);
    if (release !== null) return { id, release };
  }
  throw new CaseError('file-locked', { path: folder });
}

function hold(folder: string, id: string): (() => void) | null {
  const path = lockOf(folder, id);
  try {
    return holdFile(path);
  } catch (error) {
    throw asCaseError(error, path);
  }
}

/**
 * Removes what killed processes left of their exports; called when a case is opened and before an export is begun.
 * @returns what others are writing at this moment
 */
export function sweepExports(engine: Engine): ReadonlySet<string> {
  const alive = new Set<string>();
  const folder = engine.host.profileFolder;
  rememberQuietly(() => {
    const profile = engine.profile();
    const rows = new Map(begunSettings(profile).map(({ name, value }) => [name, value]));
    const noted = [...rows.keys()].map((name) => name.slice('begun/'.length));
    for (const id of new Set([...noted, ...locksIn(folder)])) {
      const begun = parsed(rows.get(nameOf(id)));
      const release = hold(folder, id);
      if (release === null) {
        if (begun !== null) alive.add(begun.temporary);
        continue;
      }
      try {
        if (begun === null || removeLeft(begun)) forgetSetting(profile, nameOf(id));
      } finally {
        release();
      }
    }
  });
  return alive;
}

/** Of all, also of those who were killed before they wrote down what for. */
function locksIn(folder: string): string[] {
  try {
    return readdirSync(folder).flatMap((file) => LOCK.exec(file)?.[1] ?? []);
  } catch (error) {
    throw asFileError(error, folder);
  }
}

function parsed(value: string | undefined): Unfinished | null {
  if (value === undefined) return null;
  try {
    return unfinishedSchema.parse(JSON.parse(value));
  } catch {
    return null;
  }
}
