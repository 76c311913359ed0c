import { z } from 'zod';
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

export const profileMethods = {
  'profile.show': method(
    z.strictObject({}),
    z.strictObject({
      author: z.strictObject({ name: z.string(), role: z.string(), device: z.string() }).nullable(),
      folder: z.string(),
    }),
  ),
  'profile.recent': method(z.strictObject({}), z.strictObject({ recent: z.array(recentSchema) })),
  'profile.forget': method(z.strictObject({ path: z.string() }), z.strictObject({})),
  /** Six words of the EFF large list from the system's random source (77 bits). */
  'passphrase.suggest': method(z.strictObject({}), z.strictObject({ words: z.array(z.string()) })),
  /** Builds the sample incident in a new temporary folder. */
  'sample.create': method(z.strictObject({}), z.strictObject({ path: z.string(), passphrase: z.string() })),
} as const;

export type Recent = z.infer<typeof recentSchema>;
