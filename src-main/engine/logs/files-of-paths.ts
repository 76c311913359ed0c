import { statSync } from 'node:fs';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { CaseError } from '../../domain/errors.ts';
import { resolvePath } from '../../evidence/resolve-path.ts';
import { walk } from '../../evidence/walk.ts';

/** A file that may be a log, or why there is none. */
export interface FileOfPath {
  readonly path: string;
  /** Its name; of a file in a folder that was given, the path from there on. */
  readonly name: string;
  readonly fault: Error | null;
}

/** Files of a folder that are looked at: more than anybody answers questions about. */
const MOST = 500;

/** The files that paths name: a folder stands for all files below it, links left out. */
export function filesOfPaths(paths: readonly string[]): FileOfPath[] {
  return paths.flatMap((path) => {
    const absolute = isAbsolute(path) ? path : resolve(path);
    const name = basename(absolute);
    return isFolder(absolute) ? below(absolute, name) : [{ path: absolute, name, fault: null }];
  });
}

function below(folder: string, name: string): FileOfPath[] {
  let files: string[];
  try {
    files = walk(resolvePath(folder)).files.map((file) => file.toString('utf8'));
  } catch (error) {
    if (error instanceof Error) return [{ path: folder, name, fault: error }];
    throw error;
  }
  const found = files.slice(0, MOST).map((file) => ({ path: join(folder, file), name: file, fault: null }));
  if (found.length > 0 && files.length <= MOST) return found;
  const reason =
    files.length === 0
      ? `The folder ${folder} holds no file.`
      : `The folder ${folder} holds ${files.length} files, of which the first ${MOST} are asked about here. Add the rest by the folders in it.`;
  return [...found, { path: folder, name, fault: new CaseError('wrong-use', { reason }) }];
}

/** What is not there is told when it is looked at. */
function isFolder(path: string): boolean {
  try {
    return statSync(resolvePath(path)).isDirectory();
  } catch {
    return false;
  }
}
