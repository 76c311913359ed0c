import * as z from 'zod';
import { interchangeFormatSchema, leftOutSchema } from './interchange.ts';
import { askedSchema } from './log-search.ts';
import { method } from './method.ts';
import { messageSchema } from './notice.ts';
import { settingsMethods } from './settings.ts';
import { standardFormatSchema } from './standard.ts';
import { timelinePartSchema } from './timeline.ts';

/** Key stores of systems that deserve the name: `basic_text` and `unknown` of Chromium are none. */
export const systemStoreSchema = z.enum([
  'keychain',
  'dpapi',
  'gnome_libsecret',
  'kwallet',
  'kwallet5',
  'kwallet6',
]);

export type SystemStore = z.infer<typeof systemStoreSchema>;

/** What the window asks of the shell itself: dialogs and facts about the program. */
export const shellMethods = {
  ...settingsMethods,
  'app.info': method(
    () => z.strictObject({}),
    () =>
      z.strictObject({
        version: z.string(),
        platform: z.string(),
        zone: z.string(),
        /** False for the development runtime. */
        release: z.boolean(),
        /** A case file given on the command line or by double-click, once. */
        openPath: z.string().nullable(),
      }),
  ),
  /** SHA-256 of the program's own bundle, hex; to be computed it takes longer than the first screen may wait. */
  'app.hash': method(
    () => z.strictObject({}),
    () => z.strictObject({ programHash: z.string() }),
  ),
  /** Title and place for a new incident: nothing has to be typed. */
  'case.defaults': method(
    () => z.strictObject({}),
    () => z.strictObject({ title: z.string(), folder: z.string() }),
  ),
  /** The file that `case.create` would write for this title, in this folder; never one that exists. */
  'case.place': method(
    () => z.strictObject({ title: z.string(), folder: z.string() }),
    () => z.strictObject({ path: z.string() }),
  ),
  'dialog.open-case': method(
    () => z.strictObject({}),
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  /** A case file of whoever, to be checked without being opened for work. */
  'dialog.check-file': method(
    () => z.strictObject({}),
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  /** When the system is to tell of deadlines, ms since 1970 UTC; in the place of what was said before. */
  'deadlines.watch': method(
    () =>
      z.strictObject({
        times: z.array(z.strictObject({ soon: z.number(), last: z.number(), due: z.number() })).max(1000),
      }),
    () => z.strictObject({}),
  ),
  /** Brings the window to the front that has this file open already; false where none has. */
  'window.show-case': method(
    () => z.strictObject({ path: z.string() }),
    () => z.strictObject({ shown: z.boolean() }),
  ),
  /** Another copy of the open case, to be merged or compared. */
  'dialog.other-copy': method(
    () => z.strictObject({}),
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  /** A timeline that was kept somewhere else, to be imported. */
  'dialog.timeline': method(
    () => z.strictObject({}),
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  /** Where the waiting entries of a fork are written to (JSON). */
  'dialog.save-fork': method(
    () => z.strictObject({}),
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  /** Where a request for a time stamp is written to, the answer to one, and certificates of authorities. */
  'dialog.save-stamp-request': method(
    () => z.strictObject({}),
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  'dialog.stamp-file': method(
    () => z.strictObject({ what: z.enum(['answer', 'certificates']) }),
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  /** Where the key of a sealed exhibit is written to; the file must not be there. */
  'dialog.save-key': method(
    () => z.strictObject({ suggested: z.string() }),
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  'dialog.folder': method(
    () => z.strictObject({}),
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  'dialog.evidence': method(
    () => z.strictObject({ folders: z.boolean() }),
    () => z.strictObject({ paths: z.array(z.string()) }),
  ),
  'dialog.save-copy': method(
    () => z.strictObject({ suggested: z.string() }),
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  /**
   * Asks where the chain-of-custody form of exhibits (as `custody.form` names them) is to go, and writes it there, as a PDF or as a
   * page by the ending of the name; null where the person chose no place.
   */
  'form.save': method(
    () => z.strictObject({ exhibit: z.string() }),
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  /** Asks where the page of the last hand-over is to go, and writes it there; null where no place was chosen. */
  'handover.save': method(
    () => z.strictObject({}),
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  /**
   * Asks where the document that was made last is to go, and writes it there, as a PDF or as a page by the ending of
   * the name; null where the person chose no place. A report is recorded.
   */
  'document.save': method(
    () => z.strictObject({ document: z.string(), name: z.string().max(100), record: z.boolean() }),
    () => z.strictObject({ path: z.string().nullable(), size: z.int(), sha256: z.string() }),
  ),
  /**
   * Asks where the key sheet of a case is to go, and writes it there; null where the person chose no place. Nothing of
   * it is kept anywhere else.
   */
  'key-sheet.save': method(
    () => z.strictObject({ path: z.string(), words: z.array(z.string().max(1000)).min(1).max(50) }),
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  /** Asks where the entries that a timeline shows are to go, and writes them there; null where no place was chosen. */
  'timeline.save': method(
    () =>
      timelinePartSchema.extend({
        format: z.union([z.enum(['pdf', 'html', 'csv', 'markdown']), interchangeFormatSchema]),
      }),
    () => z.strictObject({ path: z.string().nullable(), entries: z.int(), ...leftOutSchema.shape }),
  ),
  /**
   * Asks where the rows of logs that a search finds are to go, and starts the job `log.export` that writes them there; null
   * where no place was chosen.
   */
  'log.save': method(
    () => askedSchema.extend({ format: interchangeFormatSchema }),
    () => z.strictObject({ job: z.string().nullable() }),
  ),
  /** The file of a plan that is taken into the preparation. */
  'dialog.plan': method(
    () => z.strictObject({}),
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  /** Folder that a bag is written into; it must not be there. */
  'dialog.save-bag': method(
    () => z.strictObject({ suggested: z.string() }),
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  /** File for other tools that is made; it must not be there. The name has the ending of the format. */
  'dialog.save-standard': method(
    () => z.strictObject({ suggested: z.string(), format: standardFormatSchema }),
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  /** Where the plan of the preparation is written to; the file must not be there. */
  'dialog.save-plan': method(
    () => z.strictObject({}),
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  /**
   * Asks where a sheet of the preparation is to go, and writes it there, as a PDF or as a page by the ending of the name;
   * null where no place was chosen.
   */
  'preparation-sheet.save': method(
    () => z.strictObject({ sheet: z.enum(['grab', 'contacts']) }),
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  /**
   * Asks where a message is to go as a file for a mail program, writes it there, and records that it was written, with
   * the hash of the file; null where no place was chosen.
   */
  'notice.save': method(
    () => messageSchema,
    () => z.strictObject({ path: z.string().nullable() }),
  ),
  /** Asks for the file that was sent, and reads it; null where none was chosen. */
  'notice.read-file': method(
    () => z.strictObject({}),
    () =>
      z.strictObject({
        file: z
          .strictObject({
            name: z.string(),
            message: z.string(),
            /** Of its bytes, hex. */
            sha256: z.string(),
          })
          .nullable(),
      }),
  ),
  /** Ends what is being printed: no file was begun, and each question for one answers as if no place was chosen. */
  'print.cancel': method(
    () => z.strictObject({}),
    () => z.strictObject({}),
  ),
  /** Ends the engine process, and with it the key. Drafts are in the file by then. @param everywhere all other windows too */
  'case.lock': method(
    () => z.strictObject({ everywhere: z.boolean().optional() }),
    () => z.strictObject({}),
  ),
  /** The answer to the event `curtain.wanted`: nothing of the case is in sight, or it is locked. */
  'curtain.drawn': method(
    () => z.strictObject({}),
    () => z.strictObject({}),
  ),
  /** The answer to the event `draft.wanted`: what was typed is in the case file. */
  'draft.flushed': method(
    () => z.strictObject({}),
    () => z.strictObject({}),
  ),
  /** The key store of this system, and the one that keeps the passphrase of the profile; null where there is none. */
  'profile.system': method(
    () => z.strictObject({}),
    () =>
      z.strictObject({
        store: systemStoreSchema.nullable(),
        keptBy: systemStoreSchema.nullable(),
        /** False until the start after a passphrase was set: before, no key store is ever asked. */
        asked: z.boolean(),
      }),
  ),
  /** Opens the profile with what the key store keeps; the passphrase never comes into the page. */
  'profile.unlock-by-system': method(
    () => z.strictObject({}),
    () => z.strictObject({ opened: z.boolean() }),
  ),
  /** Lets the key store keep a passphrase that opens the profile; null takes it out. */
  'profile.keep-in-system': method(
    () => z.strictObject({ passphrase: z.string().max(10_000).nullable() }),
    () => z.strictObject({ keptBy: systemStoreSchema.nullable() }),
  ),
  'clipboard.write': method(
    () => z.strictObject({ text: z.string().max(1_000_000) }),
    () => z.strictObject({}),
  ),
} as const;

/** The one channel by which a window asks. Written out on both sides, checked by this type. */
export type CallChannel = 'holdfast:call';
