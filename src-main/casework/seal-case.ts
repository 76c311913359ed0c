import { hex } from '../domain/bytes.ts';
import type { Entry } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import { fingerprintOf } from '../domain/fingerprint.ts';
import { countEntries, tips } from '../store/queries/entry.ts';
import { append, step } from './append.ts';
import { isSealed } from './is-sealed.ts';
import { sha256 } from './node-crypto.ts';
import { reviewOfCase } from './review/review-of-case.ts';
import type { WritingSession } from './session.ts';

/**
 * Closes the record with the last entry of normal work.
 * @param despite why it is sealed although its review is not approved
 * @throws CaseError `case-sealed`, `review-first`
 */
export function sealCase(session: WritingSession, despite: string | undefined): Entry {
  if (isSealed(session.db)) throw new CaseError('case-sealed');
  const why = despite?.trim() || undefined;
  const { approval } = reviewOfCase(session.db);
  const approved = approval !== null && approval.changedSince === 0;
  if (!approved && why === undefined) {
    const changed = approval === null ? '' : ' as it reads now: parts of it were written after its approval';
    throw new CaseError('review-first', { changed });
  }
  return step(session, () => {
    const ends = tips(session.db).map((tip) => hex(tip));
    const head = fingerprintOf(sha256, ends);
    return append(session, 'seal', {
      head,
      entries: countEntries(session.db),
      despite: approved ? undefined : why,
    });
  });
}

/** Normal work begins again. @throws CaseError `wrong-use` where nothing is sealed or no reason is given */
export function unsealCase(session: WritingSession, why: string): Entry {
  if (!isSealed(session.db)) throw new CaseError('wrong-use', { reason: 'This case is not sealed.' });
  if (why.trim() === '') throw new CaseError('wrong-use', { reason: 'Say why it is unsealed.' });
  return step(session, () => append(session, 'unseal', { why }));
}
