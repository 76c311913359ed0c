import type { CheckSignature, Digest } from '../../../domain/digest.ts';
import type { Entry } from '../../../domain/entry.ts';
import { type CheckedEntry, checkBatch } from '../../../domain/record/check-batch.ts';
import { type CarriedEntry, carriedEntry } from './raw-entries.ts';
import type { Found } from './report-problem.ts';
import type { ReportRow } from './report-record.ts';

export interface Tools {
  readonly digest: Digest;
  readonly checkSignature: CheckSignature;
}

/** What a check of rows by themselves found; plain data, because thousands of them cross threads. */
export interface CheckedRows {
  readonly checked: readonly CheckedEntry[];
  /** Those whose header is readable. */
  readonly entries: readonly Entry[];
  /** `entry/digest` of each field that is said to be left out. */
  readonly leftOut: readonly string[];
  readonly found: readonly Found[];
  readonly fields: number;
}

/**
 * Checks rows of a carried record each by itself: fields, hash and signature.
 * @param before rows of the record that come before these
 */
export const checkRows = (rows: readonly ReportRow[], before: number, tools: Tools): CheckedRows =>
  judgeRows(readRows(rows, before, tools.digest), before, tools);

export const readRows = (rows: readonly ReportRow[], before: number, digest: Digest): CarriedEntry[] =>
  rows.map((row, i) => carriedEntry(row, before + i + 1, digest));

/** @param carried rows as `readRows` has them */
export function judgeRows(
  carried: readonly CarriedEntry[],
  before: number,
  { digest, checkSignature }: Tools,
): CheckedRows {
  const result = checkBatch(
    carried.map(({ raw }) => raw),
    digest,
    checkSignature,
  );
  const found: Found[] = [...result.problems];
  const leftOut: string[] = [];
  for (const [i, { leftOut: digests }] of carried.entries()) {
    const one = result.entries[i];
    for (const gone of digests) {
      leftOut.push(`${one?.id ?? ''}/${gone}`);
      if (one?.missing.includes(gone) === true) continue;
      found.push({
        code: 'left-out-wrong',
        ...(one === undefined ? {} : { entry: one.id }),
        message: `Entry in row ${before + i + 1} is said to leave out a field that it never had.`,
      });
    }
  }
  const entries = carried.flatMap(({ entry }) => entry ?? []);
  return { checked: result.entries, entries, leftOut, found, fields: result.fields };
}
