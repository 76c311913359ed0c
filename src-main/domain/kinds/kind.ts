import * as z from 'zod';
import type { Json } from '../canonical.ts';

/** The rule of one kind of entry: which fields it carries and which of them are personal (FORMAT.md §8). */
export interface Kind<Name extends string = string, Fields extends z.ZodObject = z.ZodObject> {
  readonly name: Name;
  readonly version: number;
  readonly fields: Fields;
  /** Left out where an export leaves personal data out. Free text counts as personal. */
  readonly personal: readonly (keyof z.infer<Fields> & string)[];
}

export function kind<const Name extends string, Fields extends z.ZodObject>(
  rule: Kind<Name, Fields>,
): Kind<Name, Fields> {
  return rule;
}

export const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const fieldName = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
export const text = z.string();
export const line = z.string().min(1);
export const count = z.int().min(0);
export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
export const json = z.custom<Json>((value) => value !== undefined);
export const fileName = z.strictObject({ text, bytes: text.optional() });
export const occurred = z.strictObject({
  utc: instant,
  until: instant.optional(),
  zone: line,
  precision: z.enum(['day', 'hour', 'minute', 'second', 'millisecond', 'range', 'approximate']),
  typed: text,
});
export const span = z.strictObject({ from: instant, to: instant, zone: line, typed: text });

/** With what the record is written: a field of the first entry of every writer. */
export const opened = z.strictObject({
  program: line,
  version: line,
  program_sha256: hash.optional(),
  os: line,
  clock_source: line,
  utc_offset_minutes: z.int(),
  volume: line,
  last_head: hash.optional(),
});
