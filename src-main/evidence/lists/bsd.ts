import { type ListLine, type NumberedLine, algorithmNamed, hashNamed, unescapedName } from './list-line.ts';

/** `SHA256 (NAME) = HASH`: what `sha256sum --tag`, OpenSSL and the BSDs print. The last `) = ` ends the name. */
const LINE = /^(\\?)([A-Za-z0-9-]+) ?\((.*)\) ?= ([0-9A-Za-z]+)$/s;

export const isBsdLine = (text: string): boolean => LINE.test(text);

export function bsdLine({ line, text }: NumberedLine): ListLine {
  const match = LINE.exec(text);
  if (match === null) return { line, reason: 'It is no line of such a list (SHA256 (NAME) = HASH).' };
  const [, escaped, said = '', written = '', digits = ''] = match;
  const name = escaped === '' ? written : unescapedName(written);
  const algorithm = algorithmNamed(said);
  if (algorithm === undefined) return { line, reason: `${said} is no hash that the record keeps.` };
  const known = hashNamed(algorithm, digits);
  return typeof known === 'string'
    ? { line, reason: known }
    : { line, name, hashes: { [algorithm]: known.hash } };
}
