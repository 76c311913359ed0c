import * as z from 'zod';
import { evidenceTypes } from '../domain/kinds/evidence.ts';
import { entrySchema, signedBySchema } from './entry.ts';
import { custodyEventSchema, custodyStateSchema, retentionItemSchema } from './custody.ts';
import { jobStartedSchema } from './job.ts';
import { missingLogSchema } from './log.ts';
import { method } from './method.ts';

export const evidenceTypeSchema = z.enum(evidenceTypes);

/** What is said about an exhibit: when it is added, or later. Times and spans as typed. */
const saidShape = {
  /** Host, person or system it comes from. */
  source: z.string().min(1).optional(),
  collectedBy: z.string().min(1).optional(),
  program: z.string().min(1).optional(),
  /** `FROM..TO` as typed. */
  covers: z.string().min(1).optional(),
  /** Zone of the times given, and, of a log, the zone in which it writes. */
  zone: z.string().min(1).optional(),
  /** Seconds that the source's clock was ahead (+) or behind (-). */
  clockOffset: z.int().optional(),
  provider: z.string().min(1).optional(),
  itemId: z.string().min(1).optional(),
  console: z.string().min(1).optional(),
  rotation: z.string().min(1).optional(),
  make: z.string().min(1).optional(),
  serial: z.string().min(1).optional(),
  heldBy: z.string().min(1).optional(),
  location: z.string().min(1).optional(),
  /** The label that was printed anew, where two exhibits had the same number. */
  label: z.string().min(1).optional(),
} as const;

/** Common to everything that is added. */
const addedShape = {
  ...saidShape,
  /** When it was collected, as typed. */
  at: z.string().optional(),
  /** Number of the seal it was put under when it was collected. */
  seal: z.string().min(1).optional(),
} as const;

const mailSchema = z.strictObject({
  headers: z.array(z.strictObject({ name: z.string(), value: z.string(), decoded: z.string().optional() })),
  attachments: z.array(
    z.strictObject({ name: z.string(), type: z.string(), size: z.int(), sha256: z.string() }),
  ),
  note: z.string().optional(),
});

const exhibitSchema = z.strictObject({
  /** The number on the label: `EV-001`, in a copy `EV-B001`. */
  exhibit: z.string(),
  /** Id of the entry that registered it. */
  entry: z.string(),
  title: z.string(),
  type: evidenceTypeSchema,
  mode: z.enum(['stored', 'reference', 'none']),
  /** Bytes; null, like the hash, of a thing without a file. */
  size: z.int().nullable(),
  sha256: z.string().nullable(),
  sha1: z.string().optional(),
  md5: z.string().optional(),
  path: z.string().optional(),
  ...saidShape,
  covers: z.strictObject({ from: z.string(), to: z.string(), zone: z.string() }).optional(),
  /** Number of files where the exhibit is a folder. */
  files: z.int().optional(),
  /** True where the file changed while it was read. */
  changedWhileRead: z.boolean().optional(),
  duplicateOf: z.string().optional(),
  mail: mailSchema.optional(),
  collected: z.string(),
  collectedBy: z.string(),
  /** Last instant at which it must still be there; null while that is not known. */
  retainUntil: z.string().nullable(),
  hold: z.boolean(),
  holder: z.string(),
  custodyState: custodyStateSchema,
  /** Where the bytes are, as far as this file tells; `released` = removed by an entry. */
  bytes: z.enum(['here', 'elsewhere', 'not-here', 'none', 'released']),
  /** Of stored bytes: inside the case file, or sealed in the folder beside it. */
  storedIn: z.enum(['case-file', 'evidence-folder']).optional(),
  /** What a court would ask for and nobody said yet: names of fields of this object. */
  missing: z.array(z.string()),
  lastVerified: z.strictObject({ at: z.string(), ok: z.boolean() }).nullable(),
});

/** One change of what is said about an exhibit. */
const detailChangeSchema = z.strictObject({
  /** Name of a field of the exhibit. */
  field: z.string(),
  /** Null where nothing was said before. */
  before: z.json(),
  after: z.json(),
  /** When it was written down, and by whom. */
  at: z.string(),
  by: z.string(),
  author: signedBySchema,
  reason: z.string().optional(),
  entry: z.string(),
  number: z.int(),
});

const failedFileSchema = z.strictObject({ path: z.string(), code: z.string(), message: z.string() });

/** Why the bytes of an exhibit were not stored: as asked, or because of what it is and of the room there is. */
const referenceReasonSchema = z.enum(['asked', 'folder', 'large', 'no-room']);

export const evidenceAddedSchema = z.strictObject({
  exhibits: z.array(exhibitSchema),
  failed: z.array(failedFileSchema),
  byReference: z.array(z.strictObject({ exhibit: z.string(), why: referenceReasonSchema })),
  /** Exhibits of which an interrupted job had done so many bytes already, or all. */
  resumed: z.array(z.strictObject({ exhibit: z.string(), from: z.int() })),
});

/** The result of `evidence.verify`. */
export const verifiedSchema = z.strictObject({
  results: z.array(
    z.strictObject({
      exhibit: z.string(),
      ok: z.boolean(),
      expected: z.string(),
      found: z.string(),
      reason: z.string(),
    }),
  ),
  /** Exhibits among the asked ones that have no bytes, so that there is nothing to hash. */
  withoutBytes: z.array(z.string()),
});

/** The result of `evidence.extract`. */
const extractedSchema = z.strictObject({
  exhibit: z.string(),
  path: z.string(),
  size: z.int(),
  sha256: z.string(),
});

/** The result of `evidence.compare`. */
export const evidenceComparedSchema = z.strictObject({
  list: z.strictObject({
    path: z.string(),
    format: z.enum(['sha256sum', 'bsd', 'hashdeep', 'bagit']),
    /** Of the list itself. */
    sha256: z.string(),
    files: z.int(),
  }),
  results: z.array(
    z.strictObject({
      line: z.int(),
      name: z.string(),
      /** `not-comparable`: an exhibit of that name is there, without a hash of this kind. */
      state: z.enum(['same', 'different', 'not-comparable', 'not-here']),
      hashes: z.strictObject({
        sha256: z.string().optional(),
        sha1: z.string().optional(),
        md5: z.string().optional(),
      }),
      exhibits: z.array(z.string()),
    }),
  ),
  /** Exhibits with bytes that no line names. */
  notInList: z.array(z.string()),
  /** Folders of which only some files are in the list. */
  partly: z.array(z.strictObject({ exhibit: z.string(), files: z.int(), same: z.int() })),
  /** Lines that were not understood. */
  problems: z.array(z.strictObject({ line: z.int(), reason: z.string() })),
});

/** Bytes of a pasted picture. */
export const PASTED_LIMIT = 50 * 1024 * 1024;

const addRequest = z.strictObject({
  paths: z.array(z.string().min(1)).min(1),
  mode: z.enum(['stored', 'reference']).optional(),
  title: z.string().min(1).optional(),
  type: evidenceTypeSchema.optional(),
  ...addedShape,
  /** Take all paths as one exhibit with a manifest; the bytes stay where they are. */
  asOne: z.boolean().optional(),
  also: z.array(z.enum(['sha1', 'md5'])).optional(),
});

export const evidenceMethods = {
  /** A job: its result is `evidenceAddedSchema`. */
  'evidence.add': method(
    () => addRequest,
    () => jobStartedSchema,
  ),
  /** Gives up the rest of an interrupted `evidence.add` of the same request: nothing is kept to go on with. */
  'evidence.leave-out': method(
    () => addRequest,
    () => z.strictObject({}),
  ),
  /** Something without a file: it has a holder and a place instead of bytes. */
  'evidence.add-thing': method(
    () =>
      z.strictObject({
        title: z.string().min(1),
        type: evidenceTypeSchema.optional(),
        ...addedShape,
        heldBy: z.string().min(1),
        location: z.string().min(1),
      }),
    () => z.strictObject({ exhibit: exhibitSchema }),
  ),
  /** A picture pasted from the clipboard, stored as a screenshot. */
  'evidence.add-bytes': method(
    () => z.strictObject({ bytes: z.instanceof(Uint8Array) }),
    () => z.strictObject({ exhibit: exhibitSchema }),
  ),
  /** Says more about an exhibit, or says it anew; the old value stays in the record. */
  'evidence.describe': method(
    () =>
      z.strictObject({
        exhibit: z.string(),
        title: z.string().min(1).optional(),
        type: evidenceTypeSchema.optional(),
        ...saidShape,
        reason: z.string().min(1).optional(),
      }),
    () => z.strictObject({ entry: entrySchema, exhibit: exhibitSchema }),
  ),
  'evidence.list': method(
    () => z.strictObject({}),
    () => z.strictObject({ exhibits: z.array(exhibitSchema), missingLogs: z.array(missingLogSchema) }),
  ),
  'evidence.show': method(
    () => z.strictObject({ exhibit: z.string() }),
    () =>
      z.strictObject({
        exhibit: exhibitSchema,
        custody: z.array(custodyEventSchema),
        holder: z.string(),
        /** What was said later, oldest first. */
        history: z.array(detailChangeSchema),
        /** How long it is kept, and by which rule. */
        retention: retentionItemSchema,
        /** Who holds it from being disposed of, since when and why; a reason may be withheld. */
        holds: z.array(
          z.strictObject({ at: z.string(), author: signedBySchema, why: z.string().optional() }),
        ),
        /** Entries that it was linked to, in the order of the links. */
        linked: z.array(z.strictObject({ entry: z.string(), number: z.int() })),
        missingLogs: z.array(missingLogSchema),
      }),
  ),
  /** A job: its result is `verifiedSchema`; each check is recorded as a custody event. */
  'evidence.verify': method(
    () => z.strictObject({ exhibits: z.array(z.string()) }),
    () => jobStartedSchema,
  ),
  /** A job: its result is `evidenceComparedSchema`; what agrees or differs is recorded as a custody event. */
  'evidence.compare': method(
    () => z.strictObject({ list: z.string().min(1) }),
    () => jobStartedSchema,
  ),
  /** A job: its result is `Extracted`. */
  'evidence.extract': method(
    () => z.strictObject({ exhibit: z.string(), to: z.string() }),
    () => jobStartedSchema,
  ),
  /** Writes the age identity of a sealed exhibit into a new file; the answer does not hold it. */
  'evidence.key': method(
    () => z.strictObject({ exhibit: z.string(), out: z.string().min(1) }),
    () =>
      z.strictObject({
        exhibit: z.string(),
        /** The file with the key. */
        path: z.string(),
        /** The sealed file that it opens. */
        file: z.string(),
        /** What that is packed with: `zstd`, `gzip` or `raw`. */
        codec: z.string(),
        /** Of the original bytes, as the record has it. */
        sha256: z.string(),
      }),
  ),
} as const;

export type Exhibit = z.infer<typeof exhibitSchema>;
export type EvidenceType = z.infer<typeof evidenceTypeSchema>;
export type ReferenceReason = z.infer<typeof referenceReasonSchema>;
export type EvidenceAdded = z.infer<typeof evidenceAddedSchema>;
export type Extracted = z.infer<typeof extractedSchema>;
export type EvidenceCompared = z.infer<typeof evidenceComparedSchema>;
export type Verified = z.infer<typeof verifiedSchema>;
export type VerifyResult = Verified['results'][number];
export type DetailChange = z.infer<typeof detailChangeSchema>;
export type Mail = z.infer<typeof mailSchema>;
/** What may be said about an exhibit, as a request holds it. */
export type Said = z.infer<z.ZodObject<typeof saidShape>>;
