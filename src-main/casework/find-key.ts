import { CaseError } from '../domain/errors.ts';
import { parseKeyWords } from '../domain/fingerprint.ts';
import type { ReadableDb } from '../store/db.ts';
import { authors } from '../store/queries/author.ts';

/**
 * A key of this case, named by at least 8 of its first digits or by its four words.
 * @throws CaseError `author-unknown`, `key-ambiguous`, and for words `fingerprint-not-understood`
 */
export function findKey(db: ReadableDb, typed: string): string {
  const digits = typed.replaceAll(/\s/g, '').toLowerCase();
  const prefix = /^[0-9a-f]{8,64}$/.test(digits)
    ? digits
    : /\p{L}{3}/u.test(typed)
      ? parseKeyWords(typed)
      : null;
  const found = prefix === null ? [] : authors(db).filter(({ key }) => key.startsWith(prefix));
  const [only, second] = found;
  if (only === undefined) throw new CaseError('author-unknown', { key: typed.trim() });
  // 32 bits can be made to fit: whoever did so wants to be confirmed in somebody else's place.
  if (second !== undefined) {
    throw new CaseError('key-ambiguous', { key: typed.trim(), keys: found.map(({ key }) => key) });
  }
  return only.key;
}
