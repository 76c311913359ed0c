import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asFileError } from '../../domain/file-error.ts';
import { syncFile } from '../sync-file.ts';

/** A file of ours has two hundred bytes; a larger one is none, and is not read. */
const MOST_BYTES = 65_536;

const settingsFile = (folder: string): string => join(folder, 'settings.json');

/** The text of the settings; null where there is no file, undefined where it cannot be read. */
export function readSettingsText(folder: string): string | null | undefined {
  const path = settingsFile(folder);
  try {
    if (!existsSync(path)) return null;
    return statSync(path).size > MOST_BYTES ? undefined : readFileSync(path, 'utf8');
  } catch {
    // A folder of that name, or rights that were taken away: said as a fault, and never a reason not to start.
    return undefined;
  }
}

/** Puts a text in the place of the present one; at every moment the file is the old or the new one, whole. */
export function replaceSettingsText(folder: string, text: string): void {
  const path = settingsFile(folder);
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, text, { flag: 'wx', mode: 0o600, flush: true });
    renameSync(unfinished, path);
    syncFile(path);
  } catch (error) {
    if (existsSync(unfinished)) rmSync(unfinished);
    throw asFileError(error, path);
  }
}

/** Gives a file that cannot be used another name, so that nobody's work is lost. Returns its new path. */
export function setSettingsAside(folder: string): string {
  const path = settingsFile(folder);
  for (let count = 1; ; count += 1) {
    const aside = `${path}.aside${count === 1 ? '' : `-${count}`}`;
    if (existsSync(aside)) continue;
    try {
      renameSync(path, aside);
      return aside;
    } catch (error) {
      throw asFileError(error, path);
    }
  }
}
