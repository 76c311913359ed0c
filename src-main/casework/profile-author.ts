import { randomBytes } from 'node:crypto';
import { utcIso } from '../domain/brands.ts';
import { CaseError } from '../domain/errors.ts';
import type { WritableDb } from '../store/db.ts';
import { type AuthorKeyRow, authorKeys, insertAuthorKey } from '../store/profile/author-key.ts';
import { signer } from './node-crypto.ts';
import type { Signer } from './session.ts';

export interface AuthorWish {
  /** Name to write as; created on first use. */
  readonly as: string | undefined;
  readonly role: string | undefined;
  /** Account name of the operating system: the name where nobody chose one. */
  readonly osUser: string;
  /** Name of this computer. */
  readonly device: string;
}

/**
 * Who writes: the named author, or the profile's only one; created without a question where there is none.
 * @throws CaseError `author-ambiguous` where the profile has several and none was named
 */
export function resolveSigner(profile: WritableDb, wish: AuthorWish, now: number): Signer {
  return profile.transaction(() => {
    const known = authorKeys(profile);
    if (wish.as !== undefined) {
      const wanted = wish.as.trim();
      if (wanted === '') {
        throw new CaseError('wrong-use', { reason: 'The name of an author cannot be empty.' });
      }
      return asSigner(known.find(({ name }) => name === wanted) ?? create(profile, wanted, wish, now));
    }
    const [only, second] = known;
    if (second !== undefined) {
      throw new CaseError('author-ambiguous', { authors: known.map(({ name }) => name) });
    }
    return asSigner(only ?? create(profile, wish.osUser, wish, now));
  });
}

function create(profile: WritableDb, name: string, wish: AuthorWish, now: number): AuthorKeyRow {
  const seed = randomBytes(32);
  const row = {
    key: signer(seed).key,
    seed,
    name,
    role: wish.role ?? '',
    device: wish.device,
    created: utcIso(now),
  };
  insertAuthorKey(profile, row);
  return row;
}

function asSigner(row: AuthorKeyRow): Signer {
  return { ...signer(row.seed), name: row.name, role: row.role, device: row.device };
}
