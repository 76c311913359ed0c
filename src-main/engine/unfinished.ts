import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { evidenceFolder } from '../evidence/sealed/evidence-folder.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { isTemporaryName } from '../store/create-case.ts';
import { localValue, setLocal } from '../store/queries/local.ts';
import { BAG_CONTENT } from '../share/bagit/bag-folder.ts';
import { quietly } from './take-in/quietly.ts';

/** A file that is being made for a case, under a temporary name first. */
export interface Unfinished {
  readonly temporary: string;
  /** The name that it gets at the end. */
  readonly path: string;
  /** One file and nothing beside it: no case, which may have a folder of evidence. */
  readonly plain?: true | undefined;
}

export const unfinishedSchema = z.strictObject({
  temporary: z.string(),
  path: z.string(),
  plain: z.literal(true).optional(),
});
const listSchema = z.array(unfinishedSchema);

/** Files that were begun and neither named nor removed. It may name places that are not connected now. */
function unfinished(db: ReadableDb): readonly Unfinished[] {
  const kept = localValue(db, 'unfinished');
  if (kept === undefined) return [];
  try {
    return listSchema.parse(JSON.parse(kept));
  } catch {
    // Written by us alone; what cannot be read names nothing that could be removed.
    return [];
  }
}

const keep = (db: WritableDb, list: readonly Unfinished[]): void => {
  quietly(db, () => setLocal(db, 'unfinished', JSON.stringify(list)));
};

/** Writes down that a file is begun, so that the next start finds what a kill leaves of it. */
export function noteUnfinished(db: WritableDb, begun: Unfinished): void {
  keep(db, [...unfinished(db), begun]);
}

/** It has its name, or is gone. */
export function forgetUnfinished(db: WritableDb, temporary: string): void {
  const list = unfinished(db);
  const left = list.filter((one) => one.temporary !== temporary);
  if (left.length < list.length) keep(db, left);
}

/**
 * Called when a case is opened for writing: removes what a killed program left of copies that it was making. What lies
 * on a disk that is not connected is looked for the next time.
 * @param alive what is being written at this moment: the case may be a copy of one that is open elsewhere
 */
export function sweepUnfinished(db: WritableDb, alive: ReadonlySet<string>): void {
  const list = unfinished(db);
  if (list.length === 0) return;
  const left = list.filter((one) => alive.has(one.temporary) || !removeLeft(one));
  if (left.length < list.length) keep(db, left);
}

/** Names of sealed files, as a folder of evidence has them and nothing else. */
const SEALED = /^[0-9a-f]{32}\.age$/u;

/**
 * Removes what a killed program left of a file, where it has a name of ours on its way and nothing else is in it.
 * @returns whether there is nothing left to do
 */
export function removeLeft({ temporary, path, plain }: Unfinished): boolean {
  if (!existsSync(dirname(temporary))) return false;
  try {
    if (isBegunBag({ temporary, path })) {
      rmSync(temporary, { recursive: true, force: true });
      return true;
    }
    // Whoever made the file may have written the list: only what has a name of ours on its way is taken away.
    if (!isTemporaryName(temporary, path)) return true;
    if (plain === true) {
      rmSync(temporary, { force: true });
      return true;
    }
    // The folder gets its name a moment before the file does: without the file it is nobody's of ours.
    const folder = evidenceFolder(path);
    if (existsSync(temporary) && !existsSync(path) && holdsSealedOnly(folder)) {
      rmSync(folder, { recursive: true, force: true });
    }
    if (holdsSealedOnly(evidenceFolder(temporary))) {
      rmSync(evidenceFolder(temporary), { recursive: true, force: true });
    }
    for (const file of [temporary, `${temporary}-journal`]) rmSync(file, { force: true });
    return true;
  } catch {
    // It only takes room: no reason not to open the case.
    return false;
  }
}

const holdsSealedOnly = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder).every((name) => SEALED.test(name));

/** A folder is removed only where its name and all that is in it are those of a bag that was begun. */
function isBegunBag({ temporary, path }: Unfinished): boolean {
  if (!temporary.startsWith(`${path}.`) || !/^\.[0-9a-f]{8}\.part$/u.test(temporary.slice(path.length))) {
    return false;
  }
  return (
    lstatSync(temporary, { throwIfNoEntry: false })?.isDirectory() === true &&
    readdirSync(temporary).every((name) => BAG_CONTENT.has(name))
  );
}
