import { type KeyObject, createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';
import type { AuthorKey } from '../domain/brands.ts';
import type { CheckSignature, Digest, Sign } from '../domain/digest.ts';

/** The rules of domain/ are given these; a report in a browser gives its own. */
export const sha256: Digest = (data) => hash('sha256', data, 'buffer');

// RFC 8410: the fixed DER prefixes of an Ed25519 public key and of a private key given by its seed.
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex');
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A checker that keeps the parsed keys: parsing one costs as much as a check. */
export function signatureChecker(): CheckSignature {
  const keys = new Map<AuthorKey, KeyObject | null>();
  return (key, message, signature) => {
    let parsed = keys.get(key);
    if (parsed === undefined) {
      parsed = publicKey(key);
      keys.set(key, parsed);
    }
    return parsed !== null && verify(null, message, parsed, signature);
  };
}

function publicKey(key: AuthorKey): KeyObject | null {
  try {
    const der = Buffer.concat([PUBLIC_DER, Buffer.from(key, 'hex')]);
    return createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch {
    // Not a point of the curve: every signature by it is wrong, which is what the caller reports.
    return null;
  }
}

/** The signer and the public key (hex) of an Ed25519 seed. */
export function signer(seed: Uint8Array): { readonly key: AuthorKey; readonly sign: Sign } {
  const secret = createPrivateKey({ key: Buffer.concat([PRIVATE_DER, seed]), format: 'der', type: 'pkcs8' });
  const der = createPublicKey(secret).export({ format: 'der', type: 'spki' });
  const key = der.subarray(PUBLIC_DER.length).toString('hex') as AuthorKey;
  return { key, sign: (message) => sign(null, message, secret) };
}
