import type { Entry } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import type { WritableDb } from '../store/db.ts';
import { renameAuthorKey } from '../store/profile/author-key.ts';
import { authorOf } from '../store/queries/author.ts';
import { introduce, step } from './append.ts';
import { authorName } from './profile-author.ts';
import { entryWithId } from './read-entry.ts';
import type { WritingSession } from './session.ts';

/**
 * Gives the key that writes another name or role, in the profile and in this case; other cases follow when it next
 * writes there. Both or neither.
 * @throws CaseError `wrong-use` where nothing changes or the name is taken in this profile
 */
export function renameAuthor(
  session: WritingSession,
  profile: WritableDb,
  given: { readonly name: string; readonly role: string | undefined },
): Entry {
  const { db, signer } = session;
  const name = authorName(profile, given.name, signer.key);
  const role = given.role?.trim() ?? signer.role;
  const isCalledSo = (): boolean => {
    const known = authorOf(db, signer.key);
    return known?.name === name && known.role === role;
  };
  if (isCalledSo()) throw new CaseError('wrong-use', { reason: `This author is called ${name} already.` });
  try {
    return profile.transaction(() => {
      renameAuthorKey(profile, signer.key, name, role);
      session.signer = { ...signer, name, role };
      // The first step of a writer introduces it by itself.
      return step(session, () =>
        isCalledSo() ? entryWithId(db, authorOf(db, signer.key)?.entry ?? '') : introduce(session),
      );
    });
  } catch (error) {
    session.signer = signer;
    throw error;
  }
}
