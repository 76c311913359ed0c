import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { jobStartedSchema } from './job.ts';
import { method } from './method.ts';

/** How a file is read: what was recognised, and what a person said where the format does not say it. */
const readAsSchema = z.strictObject({
  /** Id of a reader, such as `iis-w3c`. */
  reader: z.string(),
  /** IANA zone or fixed offset of times that have none. */
  zone: z.string().nullable(),
  /** Of the first row, where dates have no year; null = from the time of the file. */
  year: z.int().nullable(),
  /** Of a table: heading of a column → what it is. */
  columns: z.record(z.string(), z.string()),
});

/** One file, or one member of an archive, before it is read. */
const inspectedSchema = z.strictObject({
  /** Label of the exhibit; null for a path that is none yet. */
  exhibit: z.string().nullable(),
  path: z.string().nullable(),
  /** Name inside an archive; empty for the file itself. */
  member: z.string(),
  name: z.string(),
  /** Bytes, unpacked; null where only reading tells. */
  size: z.number().nullable(),
  /** What it may be, the surest first; empty where nobody knows it. */
  proposals: z.array(
    z.strictObject({
      reader: z.string(),
      /** 0 to 1. */
      certainty: z.number(),
      asks: z.strictObject({
        zone: z.boolean(),
        year: z.int().nullable(),
        /** Headings of a table whose columns have no fixed meaning. */
        columns: z.array(z.string()),
      }),
    }),
  ),
  /** What was said for this file, or for one with the same heading, before. */
  remembered: readAsSchema.nullable(),
  /** Already in the index. */
  isIndexed: z.boolean(),
  /** Why it cannot be read; null where it can. */
  fault: z.string().nullable(),
});

const problemCountSchema = z.strictObject({ kind: z.string(), count: z.int() });

/** A log in the index. */
const logSourceSchema = z.strictObject({
  id: z.int(),
  exhibit: z.string(),
  /** Title or file name of the exhibit. */
  title: z.string(),
  member: z.string(),
  sha256: z.string().nullable(),
  readAs: readAsSchema,
  /** Seconds by which its clock was ahead (positive) or behind. */
  clockOffset: z.number(),
  rows: z.int(),
  undated: z.int(),
  /** Corrected times of its earliest and latest row, UTC. */
  first: z.string().nullable(),
  last: z.string().nullable(),
  problems: z.array(problemCountSchema),
  /**
   * `indexed`: all of it is searched. `partial`: reading was stopped or goes on. `missing`: the record says that it was
   * read, and this laptop has no index of it yet. `not-here`: nor its bytes.
   */
  state: z.enum(['indexed', 'partial', 'missing', 'not-here']),
  /**
   * Whether the bytes that were read have the hash of the exhibit: `changed` where the file was another one by then
   * (its rows are marked and cannot be pinned), `unknown` while its end was not reached (nor can they be pinned by then),
   * or nothing was read here.
   */
  proof: z.enum(['matches', 'changed', 'unknown']),
  /** How many of its rows stand in logs that became exhibits before it (`EV-001`, `EV-001/member`), too. */
  repeats: z.array(z.strictObject({ of: z.string(), rows: z.int() })),
  /** Long silences inside of it, UTC. */
  gaps: z.array(z.strictObject({ from: z.string(), to: z.string() })),
});

export type LogSource = z.infer<typeof logSourceSchema>;
export type ReadAs = z.infer<typeof readAsSchema>;
export type Inspected = z.infer<typeof inspectedSchema>;

/** Result of the job `log.import`. */
export const logImportedSchema = z.strictObject({
  sources: z.array(logSourceSchema),
  rows: z.int(),
  problems: z.int(),
  /** Ids of the entries that say how each was read. */
  entries: z.array(z.string()),
});
export type LogImported = z.infer<typeof logImportedSchema>;

export const logIndexMethods = {
  /** Looks at the beginning of files; nothing is written. */
  'log.inspect': method(
    () => z.strictObject({ paths: z.array(z.string()), exhibits: z.array(z.string()) }),
    () => z.strictObject({ files: z.array(inspectedSchema) }),
  ),
  /** Starts the job that reads exhibits into the index; its result is `logImportedSchema`. */
  'log.import': method(
    () =>
      z.strictObject({
        items: z.array(
          z.strictObject({
            exhibit: z.string(),
            member: z.string(),
            /** null = as recognised or remembered. @throws `wrong-use` where something must be asked */
            readAs: readAsSchema.nullable(),
            /** Seconds by which its clock was ahead; undefined = what the exhibit's details say. */
            clockOffset: z.int().optional(),
          }),
        ),
      }),
    () => jobStartedSchema,
  ),
  'log.sources': method(
    () => z.strictObject({}),
    () =>
      z.strictObject({
        sources: z.array(logSourceSchema),
        /** All rows that are searched. */
        rows: z.int(),
        /** Bytes of the index; null where there is none. */
        size: z.number().nullable(),
      }),
  ),
  /** The first problems of each kind of one source, with their places. */
  'log.problems': method(
    () => z.strictObject({ source: z.int() }),
    () =>
      z.strictObject({
        problems: z.array(
          z.strictObject({ kind: z.string(), line: z.int(), offset: z.number(), detail: z.string() }),
        ),
      }),
  ),
  /** Removes the index; exhibits and record stay as they are. */
  'log.drop': method(
    () => z.strictObject({}),
    () => z.strictObject({}),
  ),
  /**
   * A clock that was ahead by so many seconds (negative: behind): corrects the times of an exhibit where they are shown,
   * and keeps what the log says.
   */
  'log.clock-offset': method(
    () => z.strictObject({ exhibit: z.string(), seconds: z.int() }),
    () => z.strictObject({ entry: entrySchema }),
  ),
} as const;
