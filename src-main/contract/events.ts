import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { jobEndedSchema, jobProgressSchema } from './job.ts';
import { knownSettingsSchema } from './settings.ts';

/** What the engine and the shell tell the window without being asked. */
export const events = {
  'entry.added': z.strictObject({ entry: entrySchema, total: z.int() }),
  /** Entries that look different now, because a later one corrects them, withholds a field or links an exhibit. */
  'entry.changed': z.strictObject({ entries: z.array(entrySchema) }),
  /** Entries of another copy came in: numbers may have changed, so lists are asked for again. */
  'record.merged': z.strictObject({ total: z.int() }),
  /** The second copy of the case was written, or could not be: `backup.show` says it. */
  'mirror.changed': z.strictObject({}),
  'job.progress': jobProgressSchema,
  'job.ended': jobEndedSchema,
  /** The engine process ended by itself; the case is locked, nothing acknowledged is lost. */
  'engine.ended': z.strictObject({ reason: z.string() }),
  /** The shell locked the case (suspend, screen lock, menu). */
  'case.locked': z.strictObject({ why: z.enum(['menu', 'suspend', 'screen-lock']) }),
  /**
   * The screen was locked while a job runs: the page takes the case out of sight and answers `curtain.drawn`. A page that
   * does not answer in time loses its engine, job or not.
   */
  'curtain.wanted': z.strictObject({ why: z.enum(['screen-lock']) }),
  /**
   * The window is about to lose its engine (it closes, the computer suspends): what was typed must go into the case
   * file now. The shell waits for `draft.flushed`, but not for long.
   */
  'draft.wanted': z.strictObject({}),
  /** The shell prints for this window, or has ended; `print.cancel` ends it. */
  'print.running': z.strictObject({ running: z.boolean() }),
  /** A menu item or a shortcut of the shell. */
  'menu.command': z.strictObject({ command: z.enum(['new', 'open', 'check', 'lock', 'settings', 'keys']) }),
  /** Settings of this device are others, by whichever window or menu. */
  'settings.changed': knownSettingsSchema,
  /** A case file was double-clicked or given by a second start of the program. */
  'open.path': z.strictObject({ path: z.string() }),
} as const;

export type EventName = keyof typeof events;
export type EventData<Name extends EventName> = z.infer<(typeof events)[Name]>;

/** The one channel by which a window is told something. */
export type EventChannel = 'holdfast:event';
