import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';

/** All files below a path of the repository (or the path itself), sorted; empty when it does not exist. */
function filesBelow(path: string): string[] {
  try {
    const stat = statSync(join(root, path));
    if (stat.isFile()) return [path];
    return readdirSync(join(root, path))
      .toSorted()
      .flatMap((name) => filesBelow(`${path}/${name}`));
  } catch {
    return [];
  }
}

export interface Fingerprint {
  /** Names, sizes and times: cheap, but a fresh checkout changes it. */
  readonly quick: string;
  /** Names and contents. */
  readonly exact: () => string;
}

/** What a build was made from. */
export function fingerprint(paths: readonly string[]): Fingerprint {
  const files = paths.flatMap(filesBelow);
  const quick = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = statSync(join(root, file));
    quick.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return {
    quick: quick.digest('hex'),
    exact: () => {
      const exact = createHash('sha256');
      for (const file of files) {
        exact.update(`${file}\0`).update(
          createHash('sha256')
            .update(readFileSync(join(root, file)))
            .digest(),
        );
      }
      return exact.digest('hex');
    },
  };
}
