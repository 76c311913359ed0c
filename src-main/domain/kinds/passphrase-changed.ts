import * as z from 'zod';
import { count, kind } from './kind.ts';

/** The file was put under another passphrase; it says nothing of either. */
export const passphraseChanged = kind({
  name: 'passphrase-changed',
  version: 1,
  fields: z.strictObject({
    /** Copies that were made before and keep theirs. */
    copies: count,
  }),
  personal: [],
});
