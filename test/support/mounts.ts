import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** `chmod` does not stop root, and only root may mount: these tests need it. */
export const isRoot = process.getuid?.() === 0;
export const ROOT_ONLY = 'needs root: a mount, or another account, makes the place read-only';

/** The account `nobody`. */
const NOBODY = 65_534;
export const asNobody = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];

export function giveToNobody(path: string): string {
  chownSync(path, NOBODY, NOBODY);
  return path;
}

export interface Volume {
  readonly path: string;
  readOnly(): void;
  unmount(): void;
}

/** A file system in memory, below a folder of the test. */
export function volume(folder: string, name: string, size = '16m'): Volume {
  const path = join(folder, name);
  mkdirSync(path);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]);
  return {
    path,
    readOnly: () => void execFileSync('mount', ['-o', 'remount,ro', path]),
    unmount: () => void execFileSync('umount', ['-l', path]),
  };
}
