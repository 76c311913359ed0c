import { type ListLine, type NumberedLine, hashOf, unescapedName } from './list-line.ts';

/** `HASH  NAME`, `HASH *NAME`, with a backslash in front where the name is escaped. */
const LINE = /^(\\?)(\S+) [ *](.+)$/s;

/**
 * A line as sha256sum, sha1sum and md5sum print it, text or binary (coreutils manual, "cksum output modes").
 */
export function sha256sumLine({ line, text }: NumberedLine): ListLine {
  const match = LINE.exec(text);
  if (match === null) return { line, reason: 'It is no line of a list of hashes (HASH  NAME).' };
  const [, escaped, digits = '', name = ''] = match;
  const known = hashOf(digits);
  if (typeof known === 'string') return { line, reason: known };
  return { line, name: escaped === '' ? name : unescapedName(name), hashes: { [known.name]: known.hash } };
}
