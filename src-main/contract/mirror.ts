import * as z from 'zod';
import { errorSchema } from './error.ts';
import { method } from './method.ts';

const mirrorSchema = z.strictObject({
  folder: z.string(),
  /** When the last good one was complete, UTC; null before the first. */
  at: z.string().nullable(),
  entries: z.int(),
  /** Why the last try failed; the one before is as it was. */
  fault: errorSchema.nullable(),
});

/** What of an open case is in another place, too. */
export const backupSchema = z.strictObject({
  /** The newest whole copy that was made of this file, whoever has it now. */
  copy: z.strictObject({ file: z.string().nullable(), made: z.string() }).nullable(),
  /** The second copy that this device keeps. */
  mirror: mirrorSchema.nullable(),
  /** Entries that came after the newer of the two. */
  since: z.strictObject({ entries: z.int(), first: z.string().nullable() }),
});

export const mirrorMethods = {
  'backup.show': method(
    () => z.strictObject({}),
    () => backupSchema,
  ),
  /** Chooses the folder of the second copy and writes it, or, with null, ends it; what lies there stays. */
  'mirror.set': method(
    () => z.strictObject({ folder: z.string().min(1).nullable() }),
    () => backupSchema,
  ),
  /** Writes it now. */
  'mirror.now': method(
    () => z.strictObject({}),
    () => backupSchema,
  ),
} as const;

export type Backup = z.infer<typeof backupSchema>;
