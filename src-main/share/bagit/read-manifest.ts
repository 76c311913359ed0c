import { decodedPath } from '../../evidence/lists/bagit-path.ts';

/** Something in a bag that is not as it was put in, in a sentence with its place. */
export interface BagProblem {
  readonly code:
    | 'bag-unreadable'
    | 'manifest-missing'
    | 'manifest-line'
    | 'path-outside'
    | 'file-gone'
    | 'file-changed'
    | 'file-extra'
    | 'not-a-file'
    | 'count-wrong'
    | 'custody-otherwise'
    | 'record-wrong';
  readonly message: string;
}

/** Hashes of manifests that are checked, by the names that RFC 8493 gives them, with their hex digits. */
const DIGITS: Readonly<Record<string, number>> = { md5: 32, sha1: 40, sha256: 64, sha512: 128 };

export interface Manifest {
  /** As Node names it. */
  readonly algorithm: string;
  /** Hash, lower-case hex, by path. Paths are bytes, one a character (latin1), as names in any encoding must pass. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly BagProblem[];
}

/** A path as people read it. */
export const pathText = (path: string): string => Buffer.from(path, 'latin1').toString('utf8');

/** The hash of a manifest by its file name; null for any other file, and undefined for a hash that is not known here. */
export function manifestKind(
  name: string,
): { readonly of: 'payload' | 'tags'; readonly algorithm: string | undefined } | null {
  const match = /^(tag)?manifest-([a-z0-9-]+)\.txt$/iu.exec(name);
  if (match === null) return null;
  const said = (match[2] ?? '').toLowerCase().replaceAll('-', '');
  return {
    of: match[1] === undefined ? 'payload' : 'tags',
    algorithm: Object.hasOwn(DIGITS, said) ? said : undefined,
  };
}

/** Reads a manifest. A path that leads out of the bag is a problem, and no file of the list. */
export function readManifest(
  name: string,
  bytes: Buffer,
  kind: { readonly of: 'payload' | 'tags'; readonly algorithm: string },
): Manifest {
  const files = new Map<string, string>();
  const problems: BagProblem[] = [];
  const text = bytes.toString('latin1').replace(/^\u00EF\u00BB\u00BF/u, '');
  for (const [i, line] of text.split(/\r\n|\r|\n/u).entries()) {
    if (line === '') continue;
    const say = (code: BagProblem['code'], message: string): void =>
      void problems.push({ code, message: `Line ${i + 1} of ${name} ${message}` });
    const match = /^([0-9a-f]+)[ \t]+\*?(.+)$/iu.exec(line);
    const [, hash = '', written = ''] = match ?? [];
    const path = decodedPath(written);
    if (match === null || hash.length !== DIGITS[kind.algorithm]) {
      say('manifest-line', `is no hash with a path: “${pathText(line.slice(0, 80))}”. The list was changed.`);
    } else if (!staysIn(path) || path.startsWith('data/') !== (kind.of === 'payload')) {
      say(
        'path-outside',
        `names “${pathText(path)}”, which is no place ${kind.of === 'payload' ? 'in the data folder of the bag' : 'beside the data folder in the bag'}. It was not opened.`,
      );
    } else if (files.has(path)) {
      say('manifest-line', `names ${pathText(path)} a second time. The list was changed.`);
    } else files.set(path, hash.toLowerCase());
  }
  return { algorithm: kind.algorithm, files, problems };
}

/** Whether a path stays in its folder on every system, whatever separates names there. */
function staysIn(path: string): boolean {
  if (path.includes('\0') || /^(?:[/\\~]|[a-z]:)/iu.test(path)) return false;
  return (
    path.split('/').every((name) => !['', '.', '..'].includes(name)) && !/(?:^|\\)\.\.(?:\\|$)/u.test(path)
  );
}
