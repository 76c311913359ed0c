import { randomBytes } from 'node:crypto';
import { utcIso } from '../domain/brands.ts';
import { CaseError } from '../domain/errors.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { type AuthorKeyRow, authorKeys, insertAuthorKey } from '../store/profile/author-key.ts';
import { settingOf } from '../store/profile/setting.ts';
import { signer } from './node-crypto.ts';
import type { Signer } from './session.ts';

export interface AuthorWish {
  /** Name to write as; created on first use. */
  readonly as: string | undefined;
  readonly role: string | undefined;
  /** In the window: of several, the one that was chosen there writes. */
  readonly remembered?: boolean;
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
  return profile.transaction(() => asSigner(presentAuthor(profile, wish) ?? create(profile, wish, now)));
}

/** The author who writes, where the profile has one. @throws CaseError as `resolveSigner` */
export function presentAuthor(
  profile: ReadableDb,
  { as, remembered }: Pick<AuthorWish, 'as' | 'remembered'>,
): AuthorKeyRow | undefined {
  const known = authorKeys(profile);
  if (as !== undefined) return known.find(({ name }) => name === as.trim());
  const [first, second] = known;
  if (second === undefined) return first;
  if (remembered === true) {
    const chosen = settingOf(profile, 'author');
    return known.find(({ key }) => key === chosen) ?? first;
  }
  throw new CaseError('author-ambiguous', { authors: known.map(({ name }) => name) });
}

/** A new key for a person on this device; it introduces itself in a case when it first writes there. */
export function addAuthor(
  profile: WritableDb,
  given: { readonly name: string; readonly role: string | undefined; readonly device: string },
  now: number,
): AuthorKeyRow {
  return profile.transaction(() => {
    const as = authorName(profile, given.name, null);
    return create(profile, { as, role: given.role, osUser: as, device: given.device }, now);
  });
}

/**
 * A name as it is kept. @param own the key that may have it already
 * @throws CaseError `wrong-use` where it is empty or another author of this profile has it
 */
export function authorName(profile: ReadableDb, typed: string, own: string | null): string {
  const name = typed.trim();
  if (name === '') throw new CaseError('wrong-use', { reason: 'The name of an author cannot be empty.' });
  if (!name.isWellFormed()) throw new CaseError('text-not-unicode');
  if (authorKeys(profile).some((author) => author.name === name && author.key !== own)) {
    throw new CaseError('wrong-use', {
      reason: `This profile has an author called ${name} already. Write as that one, or choose another name.`,
      cli: '`--as NAME` writes as that one.',
    });
  }
  return name;
}

function create(profile: WritableDb, wish: AuthorWish, now: number): AuthorKeyRow {
  const seed = randomBytes(32);
  const row = {
    key: signer(seed).key,
    seed,
    name: authorName(profile, wish.as ?? wish.osUser, null),
    role: wish.role?.trim() ?? '',
    device: wish.device,
    created: utcIso(now),
  };
  insertAuthorKey(profile, row);
  return row;
}

function asSigner(row: AuthorKeyRow): Signer {
  return { ...signer(row.seed), name: row.name, role: row.role, device: row.device };
}
