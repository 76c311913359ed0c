import { existsSync, linkSync, renameSync, unlinkSync } from 'node:fs';
import { CaseError } from '../domain/errors.ts';

/**
 * Gives a finished file its name and never takes one that is in use. A hard link fails where the name was taken
 * meanwhile; FAT has no links, there a check must do.
 * @throws CaseError `already-exists`
 */
export function giveName(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
    unlinkSync(temporary);
  } catch (error) {
    if (existsSync(path)) throw new CaseError('already-exists', { path }, error);
    renameSync(temporary, path);
  }
}
