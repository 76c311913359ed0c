import type { AuthorKey } from './brands.ts';

/** SHA-256 (FIPS 180-4), of text in UTF-8: 32 bytes. Passed in, so that engine, report and browser run the same rules. */
export type Digest = (data: Uint8Array | string) => Uint8Array;

/** Ed25519 (RFC 8032) over `message`; false for a wrong signature and for a key that is no point. */
export type CheckSignature = (key: AuthorKey, message: Uint8Array, signature: Uint8Array) => boolean;

/** Ed25519 signature of 64 bytes. */
export type Sign = (message: Uint8Array) => Uint8Array;
