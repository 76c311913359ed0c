import { presentAuthor } from '../casework/profile-author.ts';
import { CaseError } from '../domain/errors.ts';
import type { Engine } from './state.ts';

/** Key of the author who writes in the window, hex; null where this device has none, or several and nobody chose. */
export function writingKey(engine: Engine): string | null {
  const session = engine.open?.session ?? null;
  if (session !== null) return session.signer.key;
  try {
    return presentAuthor(engine.profile(), engine.host.author)?.key ?? null;
  } catch (error) {
    if (error instanceof CaseError && error.code === 'author-ambiguous') return null;
    throw error;
  }
}
