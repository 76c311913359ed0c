import * as z from 'zod';
import { authorSchema, occurredSchema } from './entry.ts';
import { backupSchema } from './mirror.ts';
import { method } from './method.ts';

/** Where an incident was first noticed. */
export const detectionSourceSchema = z.enum([
  'hosting-firewall',
  'hosting-usage',
  'fusionreactor',
  'antivirus',
  'log-review',
  'customer',
  'employee',
  'other',
]);

const statementSchema = z.strictObject({
  /** Id of the entry that states it. */
  entry: z.string(),
  value: z.unknown(),
  /** When it was recorded, UTC. */
  since: z.string(),
  author: authorSchema,
  /** Who decided it; empty where the author alone did. */
  by: z.array(z.string()),
  occurred: occurredSchema.nullable(),
  grounds: z.string().nullable(),
  /** What stood before; null where it was stated first. */
  before: z.unknown(),
});

const factSchema = statementSchema.extend({
  name: z.string(),
  /** Other statements that stand beside this one, written in copies that did not know of each other. */
  conflict: z.array(statementSchema),
});

/** What is known of an open case without reading its entries. */
const caseInfoSchema = z.strictObject({
  id: z.string(),
  path: z.string(),
  title: z.string(),
  kind: z.enum(['incident', 'preparation']),
  practice: z.boolean(),
  zone: z.string(),
  phase: z.string(),
  /** More than one where two copies entered different phases. */
  phases: z.array(z.string()),
  /** Names of those who entered it with a key that nobody confirmed, or that is disowned. */
  phaseUnsure: z.array(z.string()),
  /** True after a seal: only custody, holds, witnesses, copies and merges go on. */
  sealed: z.boolean(),
  created: z.string(),
  entries: z.int(),
  exhibits: z.int(),
  authors: z.int(),
  /** Hashes of the entries that no other entry follows. */
  heads: z.array(z.string()),
  lastRecorded: z.string(),
  readOnly: z.boolean(),
  /** It was made as a copy in which nobody is to write. */
  readingCopy: z.boolean(),
  /** What of it is in another place, too. */
  backup: backupSchema,
  /** Bytes of the file. */
  size: z.int(),
  schema: z.int(),
  facts: z.array(factSchema),
  /** What the person should know about the place of the file (network drive, FAT, removable), or null. */
  notice: z.string().nullable(),
  /** Set when the file lacks entries that this device has seen; the person decides. */
  olderThanSeen: z.strictObject({ missing: z.int(), seen: z.string() }).nullable(),
});

export const caseMethods = {
  'case.create': method(
    () =>
      z.strictObject({
        path: z.string().min(1),
        title: z.string().min(1),
        passphrase: z.string().min(1),
        zone: z.string().optional(),
        source: detectionSourceSchema.optional(),
        /** When it was noticed, as typed. */
        detectedAt: z.string().optional(),
        /** Whether that starts the clocks of the plan; without it they start. */
        clock: z.boolean().optional(),
        discoveredBy: z.string().min(1).optional(),
        doneToServer: z.string().min(1).optional(),
        /** To the questions that the plan has for the source. */
        answers: z.array(z.strictObject({ question: z.string(), text: z.string().min(1) })).optional(),
        practice: z.boolean().optional(),
        /** The text of a plan file (JSON), recorded as given. */
        plan: z.string().optional(),
      }),
    () => caseInfoSchema,
  ),
  /** What a new case would be asked: the questions of each source, and the clocks that start when it was noticed. */
  'case.intake': method(
    () => z.strictObject({}),
    () =>
      z.strictObject({
        sources: z.array(
          z.strictObject({
            id: z.string(),
            questions: z.array(z.strictObject({ id: z.string(), title: z.string() })),
          }),
        ),
        clocks: z.array(z.strictObject({ id: z.string(), title: z.string(), hours: z.int() })),
      }),
  ),
  'case.open': method(
    () =>
      z.strictObject({
        path: z.string().min(1),
        passphrase: z.string().min(1),
        /** Write on although this device has seen newer entries of the case. */
        continueOlder: z.boolean().optional(),
        readOnly: z.boolean().optional(),
      }),
    () => caseInfoSchema,
  ),
  'case.info': method(
    () => z.strictObject({}),
    () => caseInfoSchema,
  ),
  /** Puts the open case under another passphrase; every other request waits meanwhile. */
  'case.change-passphrase': method(
    () => z.strictObject({ newPassphrase: z.string().min(1) }),
    () =>
      z.strictObject({
        path: z.string(),
        entries: z.int(),
        /** Copies that were made before: each keeps the passphrase that it was made with. */
        copies: z.array(
          z.strictObject({
            /** Name of the file, null where it was withheld. */
            file: z.string().nullable(),
            to: z.string().nullable(),
            made: z.string(),
          }),
        ),
        /** The second copy of this device: whether it was written anew, or has the old passphrase still. */
        mirror: z.strictObject({ folder: z.string(), renewed: z.boolean() }).nullable(),
      }),
  ),
  /**
   * Whether this passphrase opens the case that is open already: it is derived anew, as for opening, and compared.
   * @throws `wrong-passphrase`
   */
  'case.prove': method(
    () => z.strictObject({ passphrase: z.string() }),
    () => z.strictObject({}),
  ),
} as const;

export type Fact = z.infer<typeof factSchema>;
export type CaseInfo = z.infer<typeof caseInfoSchema>;
export type DetectionSource = z.infer<typeof detectionSourceSchema>;
