/** Several paths as one folder and what lies below it: how they are taken as one exhibit. */
export interface PartsOf {
  /** The deepest folder that holds all of them; bytes of the file system, like the parts. */
  readonly folder: Buffer;
  /** The paths below it, in the order given; one that was given twice stands once. */
  readonly parts: readonly Buffer[];
}

/** @param paths absolute, at least one */
export function commonFolder(paths: readonly Buffer[]): PartsOf {
  // latin1 maps bytes one to one, so that names in any encoding pass through.
  const names = [...new Set(paths.map((path) => path.toString('latin1').replace(/\/+$/, '')))];
  const split = names.map((name) => name.split('/'));
  const shortest = Math.min(...split.map((parts) => parts.length));
  let shared = 0;
  // The last name of a path is never part of the folder: the folder itself may have been given.
  while (shared < shortest - 1 && split.every((parts) => parts[shared] === split[0]?.[shared])) shared += 1;
  const folder = split[0]?.slice(0, shared).join('/') ?? '';
  return {
    folder: Buffer.from(folder === '' ? '/' : folder, 'latin1'),
    parts: split.map((parts) => Buffer.from(parts.slice(shared).join('/'), 'latin1')),
  };
}
