import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { asFileError } from '../domain/file-error.ts';

/** Makes a finished file and its name durable. */
export function syncFile(path: string): void {
  for (const place of [path, dirname(path)]) {
    let file: number;
    try {
      file = openSync(place, 'r');
    } catch (error) {
      // Windows cannot open a folder; its file systems make renames durable by themselves.
      if (place !== path && process.platform === 'win32') continue;
      throw asFileError(error, place);
    }
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}
