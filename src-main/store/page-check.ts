import { createDecipheriv, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { CaseKey } from './case-key.ts';

/** Bytes of a page. */
export const PAGE = 4096;
/** Last bytes of each page: 16 of initialisation vector, 64 of HMAC-SHA512 (SQLCipher 4). */
export const HMAC_AT = PAGE - 64;
/** Where the initialisation vector of a page stands. */
export const IV_AT = HMAC_AT - 16;
/** SQLite never uses the page that holds the lock byte (file format document §1.3.2: byte 2^30). */
export const LOCK_BYTE_PAGE = 2 ** 30 / PAGE + 1;

/** Says whether a page of 4096 bytes, numbered from 1, is what the passphrase's owner wrote. */
export type PageCheck = (page: Uint8Array, number: number) => boolean;

/** HMAC-SHA512 over the content and the number of a page. The key is prepared once: that costs more than a page. */
export function pageCheck({ mac: macKey }: CaseKey): PageCheck {
  const secret = createSecretKey(macKey);
  const place = Buffer.alloc(4);
  return (page, number) => {
    if (number === LOCK_BYTE_PAGE) return true;
    place.writeUInt32LE(number);
    const mac = createHmac('sha512', secret)
      // The first 16 bytes of the file are the salt and are not covered.
      .update(page.subarray(number === 1 ? 16 : 0, HMAC_AT))
      .update(place)
      .digest();
    return timingSafeEqual(mac, page.subarray(HMAC_AT, PAGE));
  };
}

/** The number of pages that the database header names (file format document §1.3.8), from a good page 1. */
export function pagesInHeader(key: CaseKey, firstPage: Uint8Array): number {
  const decipher = createDecipheriv('aes-256-cbc', key.encryption, firstPage.subarray(IV_AT, HMAC_AT));
  decipher.setAutoPadding(false);
  const plain = decipher.update(firstPage.subarray(16, IV_AT));
  return plain.readUInt32BE(28 - 16);
}
