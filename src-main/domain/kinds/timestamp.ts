import * as z from 'zod';
import { count, hash, instant, kind, line } from './kind.ts';

/** Hex digits of a token of 64 KiB: those of authorities have a few. */
const TOKEN_DIGITS = 131_072;

/** An authority stamped the fingerprint of the record (RFC 3161). */
export const timestamp = kind({
  name: 'timestamp',
  version: 1,
  fields: z.strictObject({
    /** The fingerprint whose SHA-256 was stamped (FORMAT.md §7.4), and how many entries it fixes. */
    head: hash,
    entries: count,
    /** When the authority says that it did: `genTime` of the token. */
    at: instant,
    /** Subject of the certificate that signed, as the token names it. */
    authority: line,
    /** TimeStampToken, DER in hex. */
    token: z
      .string()
      .regex(/^(?:[0-9a-f]{2})+$/)
      .max(TOKEN_DIGITS),
  }),
  personal: [],
});
