import type { CheckSignature, Digest } from '../../../domain/digest.ts';
import type { Entry } from '../../../domain/entry.ts';
import { type CheckedEntry, checkBatch } from '../../../domain/record/check-batch.ts';
import { carriedEntry } from './raw-entries.ts';
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
export function checkRows(
  rows: readonly ReportRow[],
  before: number,
  { digest: each, checkSignature }: Tools,
): CheckedRows {
  const digest = rememberingTexts(each);
  const carried = rows.map((row, i) => carriedEntry(row, before + i + 1, digest));
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

/** A field of a report is hashed to stand as a row of a file does, and once more where rows are checked. */
function rememberingTexts(digest: Digest): Digest {
  const known = new Map<string, Uint8Array>();
  return (data) => {
    if (typeof data !== 'string') return digest(data);
    const digested = known.get(data) ?? digest(data);
    known.set(data, digested);
    return digested;
  };
}
