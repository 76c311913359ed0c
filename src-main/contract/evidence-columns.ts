import * as z from 'zod';
import { method } from './method.ts';

/** Columns of the table of exhibits, in their order. */
export const exhibitColumns = [
  'number',
  'kind',
  'title',
  'covers',
  'size',
  'hash',
  'collected',
  'holder',
  'state',
] as const;
const exhibitColumnSchema = z.enum(exhibitColumns);

/** Shown where nobody chose. */
export const usualColumns: readonly ExhibitColumn[] = [
  'number',
  'title',
  'covers',
  'size',
  'hash',
  'holder',
  'state',
];

export const evidenceColumnMethods = {
  /** The columns that this device shows; with `columns`, from now on. */
  'evidence.columns': method(
    () => z.strictObject({ columns: z.array(exhibitColumnSchema).optional() }),
    () => z.strictObject({ columns: z.array(exhibitColumnSchema) }),
  ),
} as const;

export type ExhibitColumn = z.infer<typeof exhibitColumnSchema>;
