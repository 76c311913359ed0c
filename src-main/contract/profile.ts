import * as z from 'zod';
import { method } from './method.ts';

const recentSchema = z.strictObject({
  path: z.string(),
  /** File name and folder only: nothing of the content is kept outside the case file. */
  name: z.string(),
  folder: z.string(),
  opened: z.string(),
  /** False where the file is not there now. */
  exists: z.boolean(),
});

/** How the key of the profile lies on the disk: open to the account, or under a passphrase. */
const protectionSchema = z.enum(['device-file', 'passphrase']);

export const profileMethods = {
  'profile.show': method(
    () => z.strictObject({}),
    () =>
      z.strictObject({
        author: z.strictObject({ name: z.string(), role: z.string(), device: z.string() }).nullable(),
        folder: z.string(),
        /** Every key of this device. */
        authors: z.array(
          z.strictObject({
            id: z.string(),
            name: z.string(),
            role: z.string(),
            device: z.string(),
            key: z.string(),
            words: z.array(z.string()).length(4),
          }),
        ),
        protection: protectionSchema,
      }),
  ),
  'profile.recent': method(
    () => z.strictObject({}),
    () =>
      /** `kept`: false where the list is switched off. */
      z.strictObject({ recent: z.array(recentSchema), kept: z.boolean() }),
  ),
  'profile.forget': method(
    () => z.strictObject({ path: z.string() }),
    () => z.strictObject({}),
  ),
  /** Takes every file off the list, on the disk too. */
  'profile.forget-all': method(
    () => z.strictObject({}),
    () => z.strictObject({}),
  ),
  /** Name and role of who writes on this device, where no case is open; each case learns it with the next entry there. */
  'profile.rename': method(
    () => z.strictObject({ name: z.string(), role: z.string() }),
    () => z.strictObject({}),
  ),
  /** Opens a profile whose key is under a passphrase, for as long as this engine lives. */
  'profile.unlock': method(
    () => z.strictObject({ passphrase: z.string() }),
    () => z.strictObject({}),
  ),
  /** Puts the key under a passphrase, or, with null, into a file that only this account reads. */
  'profile.protect': method(
    () => z.strictObject({ passphrase: z.string().nullable() }),
    () => z.strictObject({ protection: protectionSchema }),
  ),
  /** Six words of the EFF large list from the system's random source (77 bits). */
  'passphrase.suggest': method(
    () => z.strictObject({}),
    () => z.strictObject({ words: z.array(z.string()) }),
  ),
  /** How hard a passphrase is to guess, as an estimate in bits (zxcvbn), and whether that is enough. */
  'passphrase.judge': method(
    () => z.strictObject({ passphrase: z.string() }),
    () => z.strictObject({ bits: z.int(), enough: z.boolean() }),
  ),
  /** The key sheet of a case as a page. It holds the passphrase in plain text and is kept nowhere. */
  'passphrase.sheet': method(
    () =>
      z.strictObject({
        /** Name of the case file, without its folder. */
        file: z.string(),
        words: z.array(z.string().max(1000)).min(1).max(50),
        for: z.enum(['page', 'paper']),
      }),
    () => z.strictObject({ html: z.string(), foot: z.string() }),
  ),
  /** Builds the sample incident in a new temporary folder. */
  'sample.create': method(
    () => z.strictObject({}),
    () => z.strictObject({ path: z.string(), passphrase: z.string() }),
  ),
} as const;

export type Recent = z.infer<typeof recentSchema>;
