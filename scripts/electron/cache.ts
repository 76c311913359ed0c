import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/**
 * Where runtimes and built drivers are kept: outside the repository, shared by all checkouts. `HOLDFAST_CACHE`
 * overrides it. Everything in it can be deleted at any time and is fetched or built again.
 */
export function cacheDir(): string {
  const { HOLDFAST_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (HOLDFAST_CACHE !== undefined && HOLDFAST_CACHE !== '') return HOLDFAST_CACHE;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'holdfast');
  if (process.platform === 'win32') return join(LOCALAPPDATA ?? homedir(), 'holdfast', 'cache');
  return join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'holdfast');
}

/** Drafts that killed runs left. The caller holds the lock of `target`, so none of them is being filled. */
function removeOldDrafts(target: string): void {
  if (!existsSync(dirname(target))) return;
  for (const name of readdirSync(dirname(target))) {
    if (name.startsWith(`${basename(target)}.`) && name.endsWith('.new')) {
      rmSync(join(dirname(target), name), { recursive: true, force: true });
    }
  }
}

/** A folder that appears under its name only when `fill` has succeeded: a run that is killed leaves no half of it. */
export async function fillFolder(target: string, fill: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${target}.${process.pid}.new`;
  removeOldDrafts(target);
  mkdirSync(draft, { recursive: true });
  try {
    await fill(draft);
    renameSync(draft, target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
