import { hex } from '../domain/bytes.ts';
import type { Entry } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import { fingerprintOf } from '../domain/fingerprint.ts';
import { countEntries, tips } from '../store/queries/entry.ts';
import { append, step } from './append.ts';
import { isSealed } from './is-sealed.ts';
import { sha256 } from './node-crypto.ts';
import type { WritingSession } from './session.ts';

/** Closes the record with the last entry of normal work. @throws CaseError `case-sealed` */
export function sealCase(session: WritingSession): Entry {
  return step(session, () => {
    const ends = tips(session.db).map((tip) => hex(tip));
    const head = fingerprintOf(sha256, ends);
    return append(session, 'seal', { head, entries: countEntries(session.db) });
  });
}

/** Normal work begins again. @throws CaseError `wrong-use` where nothing is sealed or no reason is given */
export function unsealCase(session: WritingSession, why: string): Entry {
  if (!isSealed(session.db)) throw new CaseError('wrong-use', { reason: 'This case is not sealed.' });
  if (why.trim() === '') throw new CaseError('wrong-use', { reason: 'Say why it is unsealed.' });
  return step(session, () => append(session, 'unseal', { why }));
}
