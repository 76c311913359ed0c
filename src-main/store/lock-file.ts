import { existsSync, rmSync } from 'node:fs';
import { openLock } from './open-encrypted.ts';
import { sqliteCode } from './sqlite-error.ts';

/**
 * Holds an empty file as long as this process lives: the system lets go of it when the process ends, however it ends, so
 * that nobody has to guess by a number whether somebody is still there.
 * @param path in a folder of ours; made where it is missing
 * @returns what lets go of it and removes it; null where somebody else holds it, or removed it at this moment
 */
export function holdFile(path: string): (() => void) | null {
  const db = openLock(path);
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY') === true) return null;
    throw error;
  }
  // Whoever held it before removed the name that others would look at.
  if (!existsSync(path)) {
    db.close();
    return null;
  }
  return () => {
    // While it is held, so that nobody takes what is about to go; Windows removes only what nobody has open.
    const removed = removeQuietly(path);
    db.close();
    if (!removed) removeQuietly(path);
  };
}

function removeQuietly(path: string): boolean {
  try {
    rmSync(path, { force: true });
    return true;
  } catch {
    // An empty file; the next look removes it.
    return false;
  }
}
