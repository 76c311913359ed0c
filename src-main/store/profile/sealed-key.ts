import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import * as z from 'zod';
import { CaseError } from '../../domain/errors.ts';

/** RFC 7914 §2: N = 2^17, r = 8, p = 1 needs 128 MiB and about half a second. */
const COST = { n: 2 ** 17, r: 8, p: 1 } as const;
/** 128 · N · r bytes, and a little. */
const MAX_MEMORY = 160 * 1024 * 1024;
const AAD = Buffer.from('holdfast/profile-key/1\0', 'utf8');

const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/** The profile's key under a passphrase: AES-256-GCM (SP 800-38D) with a key from scrypt; all bytes in hex. */
const sealedKeySchema = z.strictObject({
  format: z.literal('holdfast/profile-key/1'),
  kdf: z.strictObject({ scrypt: z.strictObject({ n: z.literal(COST.n), r: z.literal(8), p: z.literal(1) }) }),
  salt: hexOf(16),
  nonce: hexOf(12),
  sealed: z.string().regex(/^(?:[0-9a-f]{2})+$/),
  tag: hexOf(16),
});

export type SealedKey = z.infer<typeof sealedKeySchema>;

/** Null where the text is no sealed key. */
export function parseSealedKey(text: string): SealedKey | null {
  try {
    return sealedKeySchema.parse(JSON.parse(text));
  } catch {
    // Another kind of text: the caller says what the file should have held.
    return null;
  }
}

/** @param passphrase its bytes (domain/passphrase.ts) */
export async function sealKey(key: Uint8Array, passphrase: Uint8Array): Promise<SealedKey> {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', await stretched(passphrase, salt), nonce).setAAD(AAD);
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  return {
    format: 'holdfast/profile-key/1',
    kdf: { scrypt: { ...COST } },
    salt: salt.toString('hex'),
    nonce: nonce.toString('hex'),
    sealed: sealed.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
  };
}

/** @throws CaseError `profile-passphrase` where the passphrase is another one. @param folder of the profile */
export async function unsealKey(
  { salt, nonce, sealed, tag }: SealedKey,
  passphrase: Uint8Array,
  folder: string,
): Promise<Uint8Array> {
  const key = await stretched(passphrase, Buffer.from(salt, 'hex'));
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'hex'), { authTagLength: 16 });
  decipher.setAAD(AAD).setAuthTag(Buffer.from(tag, 'hex'));
  try {
    return Buffer.concat([decipher.update(Buffer.from(sealed, 'hex')), decipher.final()]);
  } catch (error) {
    throw new CaseError('profile-passphrase', { path: folder }, error);
  }
}

const stretched = async (passphrase: Uint8Array, salt: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const cost = { N: COST.n, r: COST.r, p: COST.p, maxmem: MAX_MEMORY };
    scrypt(passphrase, salt, 32, cost, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
