import { timingSafeEqual } from 'node:crypto';
import type { RequestOf } from '../../contract/index.ts';
import { CaseError } from '../../domain/errors.ts';
import { passphraseBytes } from '../../domain/passphrase.ts';
import { caseKey } from '../../store/case-key.ts';
import { type Engine, openCaseOf } from '../state.ts';

/**
 * Whether a passphrase opens the case that is open: derived with all its rounds and the salt of the open file, so that
 * trying here costs what trying on the file itself does.
 * @throws CaseError `wrong-passphrase`
 */
export async function prove(engine: Engine, given: RequestOf<'case.prove'>): Promise<Record<string, never>> {
  const { key, path } = openCaseOf(engine);
  const { encryption } = await caseKey(passphraseBytes(given.passphrase), key.salt);
  if (!timingSafeEqual(encryption, key.encryption)) throw new CaseError('wrong-passphrase', { path });
  return {};
}
