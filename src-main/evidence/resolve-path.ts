import { existsSync, readdirSync } from 'node:fs';
import { CaseError } from '../domain/errors.ts';

/**
 * The bytes of a path that a person named. npm and Node replace invalid UTF-8 by U+FFFD before we see it; such a
 * name is looked for among the folder's raw names.
 * @param absolute path as text
 * @throws CaseError `path-ambiguous` where several raw names look the same
 */
export function resolvePath(absolute: string): Buffer {
  const plain = Buffer.from(absolute, 'utf8');
  if (!absolute.includes('\uFFFD') || existsSync(plain)) return plain;
  const parts = absolute.split('/');
  let known: Buffer = Buffer.from(parts[0] ?? '', 'utf8');
  for (const part of parts.slice(1)) {
    const literal = Buffer.concat([known, Buffer.from(`/${part}`, 'utf8')]);
    known = part.includes('\uFFFD') && !existsSync(literal) ? lookAlike(known, part, literal) : literal;
  }
  return known;
}

function lookAlike(folder: Buffer, name: string, literal: Buffer): Buffer {
  let names: Buffer[];
  try {
    names = readdirSync(folder.length === 0 ? '/' : folder, { encoding: 'buffer' });
  } catch {
    // The folder is not there either: the literal name gives the plain "no file" answer.
    return literal;
  }
  const alike = names.filter((raw) => raw.toString('utf8') === name);
  const [only, second] = alike;
  if (only === undefined) return literal;
  if (second !== undefined) {
    throw new CaseError('path-ambiguous', {
      folder: folder.toString('utf8'),
      name,
      candidates: alike.map((raw) =>
        raw.toString('latin1').replace(/[^\x20-\x7E]/g, (c) => `\\x${c.charCodeAt(0).toString(16)}`),
      ),
    });
  }
  return Buffer.concat([folder, Buffer.from('/'), only]);
}
