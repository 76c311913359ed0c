import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomFillSync } from 'node:crypto';
import type { CaseKey } from './case-key.ts';
import { HMAC_AT, IV_AT, PAGE, pageCheck } from './page-check.ts';

/** The salt stands in the place of the first 16 bytes, which are the same in every database. */
const startOf = (number: number): number => (number === 1 ? 16 : 0);
const HEAD = Buffer.from('SQLite format 3\0', 'latin1');

/**
 * Checks a page of 4096 bytes and decrypts it in its place, as SQLite would read it; false where it does not fit its check
 * value, and then it stays as it is.
 */
export function pageOpener(key: CaseKey): (page: Buffer, number: number) => boolean {
  const isGood = pageCheck(key);
  // Node takes three times as long to make a cipher from bytes.
  const secret = createSecretKey(key.encryption);
  return (page, number) => {
    if (!isGood(page, number)) return false;
    const start = startOf(number);
    const decipher = createDecipheriv('aes-256-cbc', secret, page.subarray(IV_AT, HMAC_AT));
    decipher.setAutoPadding(false);
    const plain = decipher.update(page.subarray(start, IV_AT));
    plain.copy(page, start);
    plain.fill(0);
    page.fill(0, IV_AT, PAGE);
    if (number === 1) HEAD.copy(page);
    return true;
  };
}

/** Encrypts a page in its place, with a new initialisation vector and its check value. */
export function pageSealer(key: CaseKey): (page: Buffer, number: number) => void {
  const [secret, checking] = [createSecretKey(key.encryption), createSecretKey(key.mac)];
  const place = Buffer.alloc(4);
  return (page, number) => {
    const start = startOf(number);
    const iv = page.subarray(IV_AT, HMAC_AT);
    randomFillSync(iv);
    const cipher = createCipheriv('aes-256-cbc', secret, iv);
    cipher.setAutoPadding(false);
    cipher.update(page.subarray(start, IV_AT)).copy(page, start);
    if (number === 1) key.salt.copy(page);
    place.writeUInt32LE(number);
    createHmac('sha512', checking)
      .update(page.subarray(start, HMAC_AT))
      .update(place)
      .digest()
      .copy(page, HMAC_AT);
  };
}
