import type { Sha256Hex } from './brands.ts';
import { hex } from './bytes.ts';
import type { Json } from './canonical.ts';
import type { Digest } from './digest.ts';

/** One salted, separately hashed piece of an entry (the construction of RFC 9901, SD-JWT). */
export interface Field {
  readonly name: string;
  /** 16 random bytes, base64url: prevents guessing a withheld value from its digest. */
  readonly salt: string;
  readonly value: Json;
}

/** `[a-z][a-z0-9_]*`, at most 64 characters. */
export const isFieldName = (text: string): boolean => /^[a-z][a-z0-9_]{0,63}$/.test(text);

/** SHA-256(`holdfast/field/1` ‖ 00 ‖ JCS([salt, name, value])), from the value's stored canonical text. */
export function fieldDigest(digest: Digest, salt: string, name: string, valueText: string): Sha256Hex {
  // Salt and name need no escaping (checked by isSalt and isFieldName), so this is the RFC 8785 spelling.
  return hex(digest(`holdfast/field/1\0["${salt}","${name}",${valueText}]`)) as Sha256Hex;
}
