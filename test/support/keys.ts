import { randomBytes } from 'node:crypto';
import { passphraseBytes } from '../../src-main/domain/passphrase.ts';
import { type CaseKey, caseKey } from '../../src-main/store/case-key.ts';

const known = new Map<string, Promise<CaseKey>>();

/** One salt for all generated cases of a passphrase: hundreds of key derivations would say nothing more. */
export function sharedKey(passphrase: string): Promise<CaseKey> {
  let key = known.get(passphrase);
  if (key === undefined) {
    key = caseKey(passphraseBytes(passphrase), randomBytes(16));
    known.set(passphrase, key);
  }
  return key;
}
