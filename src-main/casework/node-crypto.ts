import { createPrivateKey, createPublicKey, hash, sign } from 'node:crypto';
import type { AuthorKey } from '../domain/brands.ts';
import type { CheckSignature, Digest, Sign } from '../domain/digest.ts';
import { loadSodium } from './sodium.ts';

/** The rules of domain/ are given these; a report in a browser gives its own. */
export const sha256: Digest = (data) => hash('sha256', data, 'buffer');

// RFC 8410: the fixed DER prefixes of an Ed25519 public key and of a private key given by its seed.
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex');
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Bytes of an Ed25519 signature. */
const SIGNATURE = 64;

/**
 * What checks signatures (RFC 8032 §5.1.7). A key that is no point of the curve, or one of small order, which no honest
 * person has, signed nothing (FORMAT.md §5.3).
 */
export async function signatureChecker(): Promise<CheckSignature> {
  const sodium = await loadSodium();
  const keys = new Map<AuthorKey, Buffer>();
  return (key, message, signature) => {
    let bytes = keys.get(key);
    if (bytes === undefined) {
      bytes = Buffer.from(key, 'hex');
      keys.set(key, bytes);
    }
    return signature.length === SIGNATURE && sodium.crypto_sign_verify_detached(signature, message, bytes);
  };
}

/** The signer and the public key (hex) of an Ed25519 seed. */
export function signer(seed: Uint8Array): { readonly key: AuthorKey; readonly sign: Sign } {
  const secret = createPrivateKey({ key: Buffer.concat([PRIVATE_DER, seed]), format: 'der', type: 'pkcs8' });
  const der = createPublicKey(secret).export({ format: 'der', type: 'spki' });
  const key = der.subarray(PUBLIC_DER.length).toString('hex') as AuthorKey;
  return { key, sign: (message) => sign(null, message, secret) };
}
