import { isAbsolute, resolve } from 'node:path';
import type { RequestOf } from '../../contract/index.ts';
import { commonFolder } from '../../evidence/common-folder.ts';
import { resolvePath } from '../../evidence/resolve-path.ts';

/** One path of a job, which becomes one exhibit. */
export interface NamedPath {
  /** As a person reads it. */
  readonly absolute: string;
  /** Bytes of the file system. */
  readonly bytes: Buffer;
  /** Of several paths that are taken as one: these, below `bytes`. */
  readonly parts: readonly Buffer[] | undefined;
}

/**
 * What a request names, in its order.
 * @throws CaseError `path-ambiguous`
 */
export function namedPaths({
  paths,
  asOne,
}: Pick<RequestOf<'evidence.add'>, 'paths' | 'asOne'>): readonly NamedPath[] {
  const named = paths.map((path) => {
    const absolute = isAbsolute(path) ? path : resolve(path);
    return { absolute, bytes: resolvePath(absolute), parts: undefined };
  });
  if (asOne !== true) return named;
  const { folder, parts } = commonFolder(named.map(({ bytes }) => bytes));
  return [{ absolute: folder.toString('utf8'), bytes: folder, parts }];
}
