import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

function isSame(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

/**
 * Makes `folder` hold exactly `files`. Each file is replaced in one step, so a program that starts meanwhile, or a
 * build that is killed, never meets half a file; what is no longer built goes last.
 */
export function publish(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [name, bytes] of files) {
    const target = join(folder, name);
    if (isSame(target, bytes)) continue;
    mkdirSync(dirname(target), { recursive: true });
    const draft = `${target}.${process.pid}.new`;
    writeFileSync(draft, bytes);
    renameSync(draft, target);
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !files.has(relative(folder, path))) rmSync(path, { force: true });
  }
}
