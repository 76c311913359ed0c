import { type Dirent, readdirSync } from 'node:fs';
import { type BagProblem, pathText } from './read-manifest.ts';

/** What lies in a bag. Paths are bytes, one a character (latin1). */
export interface BagContent {
  /** Regular files, ascending. */
  readonly files: readonly string[];
  /** Links, devices and the like: none of them is opened. */
  readonly problems: readonly BagProblem[];
}

/** Looks through a bag without following links. @throws what the file system refuses */
export function walkBag(folder: string): BagContent {
  const files: string[] = [];
  const problems: BagProblem[] = [];
  const look = (below: string): void => {
    for (const entry of namesIn(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(below, 'latin1')]))) {
      const path = `${below}${entry.name.toString('latin1')}`;
      if (entry.isDirectory()) look(`${path}/`);
      else if (entry.isFile()) files.push(path);
      else {
        const what = entry.isSymbolicLink() ? 'a link to another place' : 'a device or the like';
        problems.push({
          code: 'not-a-file',
          message: `${pathText(path)} is ${what} and not a file. It was put in later or in place of a file, and was not followed.`,
        });
      }
    }
  };
  look('');
  return { files: files.toSorted(), problems };
}

const namesIn = (folder: Buffer): Dirent<Buffer>[] =>
  readdirSync(folder, { withFileTypes: true, encoding: 'buffer' });
