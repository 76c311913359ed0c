import { decodedPath } from './bagit-path.ts';
import { type Algorithm, type ListLine, type NumberedLine, algorithmNamed, hashNamed } from './list-line.ts';

const NAME = /^(?:tag)?manifest-([a-z0-9-]+)\.txt$/i;

/** The hash that a BagIt manifest is of, by its file name; null for any other file (RFC 8493 §2.1.3, §2.2.1). */
export const bagitAlgorithm = (fileName: string): string | null => NAME.exec(fileName)?.[1] ?? null;

/** `HASH  PATH` of a BagIt manifest, in which LF, CR and % of a path stand as %0A, %0D and %25. */
export function bagitLine({ line, text }: NumberedLine, said: string): ListLine {
  const algorithm: Algorithm | undefined = algorithmNamed(said);
  if (algorithm === undefined) return { line, reason: `${said} is no hash that the record keeps.` };
  const match = /^(\S+)[ \t]+\*?(.+)$/.exec(text);
  if (match === null) return { line, reason: 'It is no line of a manifest (HASH  PATH).' };
  const [, digits = '', path = ''] = match;
  const known = hashNamed(algorithm, digits);
  if (typeof known === 'string') return { line, reason: known };
  return { line, name: decodedPath(path), hashes: { [algorithm]: known.hash } };
}
