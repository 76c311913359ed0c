import { concatBytes, fromHex } from '../bytes.ts';
import type { Digest } from '../digest.ts';
import { TAG, writeDer } from './der.ts';

/** What a time-stamping authority stamps of a fingerprint: SHA-256 over its 32 bytes. @param head 64 hex digits */
export const imprintOf = (digest: Digest, head: string): Uint8Array => digest(fromHex(head));

/** AlgorithmIdentifier of SHA-256 with the NULL that old authorities insist on. */
const SHA_256 = fromHex('300d06096086480165030402010500');

/**
 * A request for a time stamp as authorities take it (RFC 3161 §2.4.1): version 1, SHA-256, with the wish for the
 * certificate of the authority in the answer.
 * @param nonce random bytes that the answer must repeat
 */
export function timeStampRequest(imprint: Uint8Array, nonce: Uint8Array): Uint8Array {
  return writeDer(
    TAG.sequence,
    writeDer(TAG.integer, Uint8Array.of(1)),
    writeDer(TAG.sequence, SHA_256, writeDer(TAG.octets, imprint)),
    writeDer(TAG.integer, asPositive(nonce)),
    writeDer(TAG.boolean, Uint8Array.of(0xff)),
  );
}

/** A number without needless zeros, and never one that reads as negative. */
function asPositive(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => byte !== 0);
  const digits = start === -1 ? Uint8Array.of(0) : bytes.subarray(start);
  return (digits[0] ?? 0) < 0x80 ? digits : concatBytes(Uint8Array.of(0), digits);
}
