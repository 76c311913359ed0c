import * as z from 'zod';
import { columnFields } from '../domain/import/column-field.ts';
import { dateMarks, dateOrders, orderReasons } from '../domain/import/date-order.ts';
import { occurredSchema } from './entry.ts';
import { jobStartedSchema } from './job.ts';
import { method } from './method.ts';

const columnFieldSchema = z.enum(columnFields);
const formatSchema = z.enum(['csv', 'tsv', 'timesketch', 'aurora']);

/** Why a row is not taken (FORMAT.md §8.4); `no-order` and `no-zone` are asked before anything is imported. */
const rowFaultSchema = z.enum([
  'malformed',
  'too-many-cells',
  'too-long',
  'no-time',
  'no-date',
  'not-understood',
  'ambiguous',
  'nonexistent',
  'no-zone',
  'no-order',
  'zone-unknown',
  'no-text',
  'not-unicode',
]);

const notTakenSchema = z.strictObject({
  /** On which the row begins, from 1; in a list of JSON, its place in the list. */
  line: z.int(),
  fault: rowFaultSchema,
  /** The time as it stands in the file, where that is what is wrong. */
  typed: z.string().optional(),
  /** Instants that an ambiguous time may mean, or that a nonexistent one lies between. */
  choices: z.array(z.string()).optional(),
});

const columnSchema = z.strictObject({
  /** Its name; where it has none, or another column has the same, its place: `#3`. */
  name: z.string(),
  /** What it is read as; null where it stays in the file. */
  field: columnFieldSchema.nullable(),
});

/** How the dates with one mark are read whose year stands last, such as 11/17/2026; `order` is null where it is asked. */
const datesReadSchema = z.strictObject({
  mark: z.enum(dateMarks),
  rows: z.int(),
  order: z.enum(dateOrders).nullable(),
  why: z.enum(orderReasons),
  /** The first dates that can be read in one order only, at most one of each order. */
  telling: z.array(z.strictObject({ line: z.int(), date: z.string() })),
});

/** Columns that are read as something else than what was guessed or remembered. */
const columnsGiven = z.array(columnSchema).optional();

const understoodSchema = z.strictObject({
  line: z.int(),
  text: z.string(),
  occurred: occurredSchema,
  tags: z.array(z.string()).optional(),
  person: z.string().optional(),
  source: z.string().optional(),
});

/** What an import would do; `notTaken` holds at most `NOT_TAKEN_SHOWN` rows of so many. */
const previewSchema = z.strictObject({
  path: z.string(),
  sha256: z.string(),
  size: z.int(),
  format: formatSchema,
  hasHeader: z.boolean(),
  columns: z.array(columnSchema),
  /** Whether the columns are read as in an earlier import with the same header. */
  remembered: z.boolean(),
  zone: z.string().nullable(),
  dates: z.array(datesReadSchema),
  rows: z.int(),
  taken: z.int(),
  notTaken: z.array(notTakenSchema),
  /** How many rows are not taken, by reason. */
  faults: z.partialRecord(rowFaultSchema, z.int()),
  /** The first rows. Cells are cut. */
  shown: z.array(
    z.strictObject({
      line: z.int(),
      cells: z.array(z.string()),
      taken: understoodSchema.nullable(),
      fault: rowFaultSchema.nullable(),
    }),
  ),
  /** The exhibit from which these bytes were imported before. */
  importedAs: z.string().nullable(),
});

export const NOT_TAKEN_SHOWN = 1000;

/** The result of `timeline.import`. */
export const timelineImportedSchema = z.strictObject({
  exhibit: z.string(),
  /** Id of the entry that says what was imported. */
  entry: z.string(),
  sha256: z.string(),
  format: formatSchema,
  dates: z.array(datesReadSchema),
  rows: z.int(),
  taken: z.int(),
  notTaken: z.array(notTakenSchema),
  /** False where the file was an exhibit already. */
  stored: z.boolean(),
});

const importRequest = z.strictObject({
  path: z.string().min(1),
  columns: columnsGiven,
  /** Zone of times that have none of their own; never guessed. */
  zone: z.string().min(1).optional(),
  /** What stands first in dates whose year stands last; where neither this nor their numbers tell it, it is asked. */
  dates: z.enum(dateOrders).optional(),
});

export const timelineImportMethods = {
  /** What an import of this file would do. Nothing is written. */
  'timeline.import-preview': method(
    () => importRequest,
    () => previewSchema,
  ),
  /**
   * A job: its result is `timelineImportedSchema`. The file becomes an exhibit and each row an entry, all of it or
   * nothing; rows that are not taken are named in the record.
   */
  'timeline.import': method(
    () => importRequest,
    () => jobStartedSchema,
  ),
} as const;

export type ImportPreview = z.infer<typeof previewSchema>;
export type DatesRead = z.infer<typeof datesReadSchema>;
export type ImportColumn = z.infer<typeof columnSchema>;
export type RowFault = z.infer<typeof rowFaultSchema>;
export type NotTaken = z.infer<typeof notTakenSchema>;
export type TimelineImported = z.infer<typeof timelineImportedSchema>;
