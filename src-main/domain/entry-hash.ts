import type { EntryId } from './brands.ts';
import { concatBytes, hex, utf8 } from './bytes.ts';
import type { Digest } from './digest.ts';

const ENTRY = utf8('holdfast/entry/1\0');
const SIGNATURE = utf8('holdfast/sig/1\0');
const CASE = utf8('holdfast/case/1\0');

/** SHA-256(`holdfast/entry/1` ‖ 00 ‖ header bytes): the entry's id. */
export function entryHash(digest: Digest, header: Uint8Array): Uint8Array {
  return digest(concatBytes(ENTRY, header));
}

/** What an author signs: `holdfast/sig/1` ‖ 00 ‖ the 32 bytes of the entry hash. */
export function signedMessage(hash: Uint8Array): Uint8Array {
  return concatBytes(SIGNATURE, hash);
}

/** SHA-256(`holdfast/case/1` ‖ 00 ‖ 32 random bytes ‖ founder's public key), as hex. */
export function caseIdOf(digest: Digest, nonce: Uint8Array, founder: Uint8Array): string {
  return hex(digest(concatBytes(CASE, nonce, founder)));
}

export const entryIdOf = (hash: Uint8Array): EntryId => hex(hash) as EntryId;
