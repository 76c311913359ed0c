import type { Json } from '../../../domain/canonical.ts';

export const REPORT_FORMAT = 'holdfast/report/1';

/** Where the record stands in a report: the id of its data block. */
export const RECORD_ID = 'holdfast-record';

/** A field of an entry: its value, or only the digest that the header signs, where the report leaves the value out. */
export type ReportField =
  | readonly [name: string, salt: string, value: Json]
  | readonly [name: string, digest: string];

/** An entry as the report carries it: its header's exact text, its signature (hex), its fields. */
export type ReportRow = readonly [header: string, signature: string, fields: readonly ReportField[]];

/** The record that a report speaks about, and what the report shows of it. */
export interface ReportRecord {
  readonly format: typeof REPORT_FORMAT;
  /** Of the program that wrote it. */
  readonly version: string;
  /** Instant at which it was written, UTC. */
  readonly written: string;
  /** Instant at which the record was checked, just before. */
  readonly checked: string;
  /** Case id, hex. */
  readonly case: string;
  /** Fingerprint of the record (FORMAT.md §7.4), hex. */
  readonly head: string;
  /** IANA name: all times that are shown are in it. */
  readonly zone: string;
  /** What the report leaves out on purpose. */
  readonly redact: 'none' | 'personal' | 'chosen';
  /** Id and SHA-256 (hex) of the outline of every part but the timeline, in the order of the page. */
  readonly parts: readonly (readonly [id: string, digest: string])[];
  /** All entries, in the order of the file. */
  readonly rows: readonly ReportRow[];
}

/**
 * JSON that cannot end the element it stands in, whatever a note says, and that reads in an editor as it is: marks that
 * turn the direction of a text are escaped as well.
 */
export const inScript = (json: string): string =>
  json.replaceAll(
    /[<\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu,
    (mark) => `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );

/** Reads the record of a report; a sentence says what is wrong with it. */
export function readReportRecord(text: string): ReportRecord | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'The record in this report cannot be read: it was cut off or changed.';
  }
  if (!isObject(value)) return SHAPE;
  if (value['format'] !== REPORT_FORMAT) {
    return typeof value['format'] === 'string' && value['format'].startsWith('holdfast/report/')
      ? `The record in this report has the format ${value['format'].slice(0, 40)}, which this program does not know.`
      : SHAPE;
  }
  const texts = ['version', 'written', 'checked', 'case', 'head', 'zone'].every(
    (name) => typeof value[name] === 'string',
  );
  const good =
    texts &&
    ['none', 'personal', 'chosen'].includes(String(value['redact'])) &&
    isList(value['parts'], isPart) &&
    isList(value['rows'], isRow) &&
    isZone(String(value['zone']));
  return good ? (value as unknown as ReportRecord) : SHAPE;
}

const SHAPE = 'The record in this report is not in the shape that Holdfast writes: it was changed.';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: unknown, is: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every((item) => is(item));

const isTexts = (value: unknown): value is string[] => isList(value, (item) => typeof item === 'string');

const isPart = (value: unknown): boolean => isTexts(value) && value.length === 2;

function isRow(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [header, signature, fields] = value as unknown[];
  return (
    typeof header === 'string' &&
    typeof signature === 'string' &&
    /^[0-9a-f]{128}$/.test(signature) &&
    isList(fields, isField)
  );
}

function isField(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  return value.length === 3 ? isTexts(value.slice(0, 2)) : isTexts(value) && value.length === 2;
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
