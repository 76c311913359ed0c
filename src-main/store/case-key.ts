import { pbkdf2, pbkdf2Sync, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

/** What opens a case: the AES-256 key that a passphrase gives together with the file's salt. */
export interface CaseKey {
  /** 32 bytes. */
  readonly encryption: Buffer;
  /** 16 bytes: the first of the file. */
  readonly salt: Buffer;
  /** 32 bytes, for the HMAC of each page. */
  readonly mac: Buffer;
}

/** SQLCipher 4: PBKDF2-HMAC-SHA512 with 256,000 rounds (RFC 8018 §5.2). */
const ROUNDS = 256_000;
const stretch = promisify(pbkdf2);

/**
 * Derives the key off the main thread; it takes about 100 ms on purpose. We do it, and not SQLite, so that the
 * engine never stands still and a failed opening can be explained without deriving again. The file is the same
 * as if SQLCipher had been given the passphrase.
 * @param passphrase UTF-8 in NFC (domain/passphrase.ts)
 * @param salt the first 16 bytes of the file; a new file gets random ones
 */
export async function caseKey(passphrase: Uint8Array, salt: Uint8Array = randomBytes(16)): Promise<CaseKey> {
  const encryption = await stretch(passphrase, salt, ROUNDS, 32, 'sha512');
  return { encryption, salt: Buffer.from(salt), mac: macKey(encryption, salt) };
}

/** A key as it crosses threads, where a `Buffer` arrives as plain bytes. */
export type KeyBytes = Readonly<Record<keyof CaseKey, Uint8Array>>;

export const keyFrom = ({ encryption, salt, mac }: KeyBytes): CaseKey => ({
  encryption: Buffer.from(encryption),
  salt: Buffer.from(salt),
  mac: Buffer.from(mac),
});

const macKey = (encryption: Uint8Array, salt: Uint8Array): Buffer =>
  pbkdf2Sync(
    encryption,
    salt.map((byte) => byte ^ 0x3a),
    2,
    32,
    'sha512',
  );

/** A key for a file that is removed before anybody could open it again: from no passphrase, and in memory only. */
export function passingKey(): CaseKey {
  const [encryption, salt] = [randomBytes(32), randomBytes(16)];
  return { encryption, salt, mac: macKey(encryption, salt) };
}

/** SQLCipher's spelling of a key that needs no stretching, with its salt. */
export const rawKey = (key: CaseKey): Buffer =>
  Buffer.from(`x'${key.encryption.toString('hex')}${key.salt.toString('hex')}'`, 'latin1');
