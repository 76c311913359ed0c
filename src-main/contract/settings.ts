import * as z from 'zod';
import { LOCK_AFTER, TEXT_SIZES, THEMES } from '../domain/settings.ts';
import { errorSchema } from './error.ts';
import { method } from './method.ts';

const settingsSchema = z.strictObject({
  /** Minutes; 0 = never. */
  lockAfter: z.literal(LOCK_AFTER),
  theme: z.enum(THEMES),
  /** Percent. */
  textSize: z.literal(TEXT_SIZES),
  recent: z.boolean(),
  notify: z.boolean(),
});

/** The settings that hold now. */
export const knownSettingsSchema = z.strictObject({
  settings: settingsSchema,
  /** Why those of the file are not used: it is left as it is, and changes last until the program ends. */
  fault: z.enum(['unreadable', 'newer']).nullable(),
  /** Why the last change is not on the disk; it holds in this run all the same. */
  notSaved: errorSchema.nullable(),
});

/** Asked of the shell, which applies them to every window. */
export const settingsMethods = {
  'settings.show': method(
    () => z.strictObject({}),
    () => knownSettingsSchema,
  ),
  'settings.change': method(
    () =>
      z.strictObject({
        change: settingsSchema.partial(),
        /** Gives a file that cannot be used another name and writes a new one. */
        setAside: z.boolean().optional(),
      }),
    () => knownSettingsSchema,
  ),
} as const;

/** What is to be different; what is not named stays. */
export type SettingsChange = z.infer<(typeof settingsMethods)['settings.change']['request']>['change'];

export type ShownSettings = z.infer<typeof knownSettingsSchema>;
