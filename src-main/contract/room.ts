import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { method } from './method.ts';

const written = z.strictObject({ entry: entrySchema });

const inRoomSchema = z.strictObject({
  person: z.string(),
  here: z.boolean(),
  /** UTC. */
  since: z.string(),
  /** The entry that says so. */
  entry: z.string(),
});

/** Who works on the incident, and with whom was spoken. */
export const roomMethods = {
  /** Everybody who came, also those who left since; who came first stands first. */
  'room.list': method(
    () => z.strictObject({}),
    () => z.strictObject({ people: z.array(inRoomSchema) }),
  ),
  'room.presence': method(
    () =>
      z.strictObject({
        /** The author of this device where nobody is named. */
        person: z.string().optional(),
        here: z.boolean(),
        at: z.string().optional(),
        zone: z.string().optional(),
      }),
    () => written,
  ),
  'call.record': method(
    () =>
      z.strictObject({
        person: z.string(),
        number: z.string().optional(),
        direction: z.enum(['out', 'in']).optional(),
        answered: z.boolean().optional(),
        /** As typed, such as `4:12` or `4 min`. */
        duration: z.string().optional(),
        said: z.string().optional(),
        /** When it began, as typed. */
        at: z.string().optional(),
        zone: z.string().optional(),
      }),
    () => written,
  ),
} as const;

export type InRoom = z.infer<typeof inRoomSchema>;
