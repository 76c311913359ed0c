import type { CheckSignature, Digest } from '../../../domain/digest.ts';
import type { Entry } from '../../../domain/entry.ts';
import type { Standing } from '../../../domain/projection/standing.ts';
import { fingerprintOf } from '../../../domain/fingerprint.ts';
import { type CheckedEntry, checkBatch } from '../../../domain/record/check-batch.ts';
import { together } from '../../../domain/record/together.ts';
import type { Anchor } from '../../../domain/record/witnessed.ts';
import type { RecordProblem } from '../../../domain/record-problem.ts';
import { carriedEntry } from './raw-entries.ts';
import type { ReportRecord } from './report-record.ts';

/** Something in a report, or another carrier of a record, that is not as it was written, with its place. */
export interface ReportProblem {
  readonly code:
    | RecordProblem['code']
    | 'shown-otherwise'
    | 'part-changed'
    | 'part-not-of-record'
    | 'head-wrong'
    | 'left-out-wrong'
    | 'report-unreadable';
  /** A sentence with its place. */
  readonly message: string;
  /** Number of the entry in the record's order, where it is about one that has its place. */
  readonly number: number | null;
}

/** What a check of a carried record found. */
export interface CarriedCheck {
  readonly entries: number;
  readonly fields: number;
  /** Fields that only this report leaves out, and fields that an entry of the record took away. */
  readonly leftOut: number;
  readonly withheld: number;
  readonly problems: readonly ReportProblem[];
  readonly tips: readonly string[];
  /** Of the record that the report carries, hex. */
  readonly head: string;
  readonly anchored: Anchor | null;
  /** Entries that a witness fixes. */
  readonly fixed: number;
  /** Entries in their total order. */
  readonly order: readonly Entry[];
  readonly standing: Standing;
}

export interface Tools {
  readonly digest: Digest;
  readonly checkSignature: CheckSignature;
}

/** Entries checked in one slice: some milliseconds. */
const SLICE = 50;

/**
 * Checks a record that is carried as text (FORMAT.md §15): fields, hashes, signatures and order of all entries. Yields between
 * slices.
 * @param carrier in words
 */
export function* checkCarried(
  record: ReportRecord,
  { digest, checkSignature }: Tools,
  carrier: 'report' | 'bag',
): Generator<undefined, CarriedCheck> {
  const found: Found[] = [];
  const checked: CheckedEntry[] = [];
  const entries = new Map<string, Entry>();
  const leftOut = new Set<string>();
  let fields = 0;
  for (let at = 0; at < record.rows.length; at += SLICE) {
    const carried = record.rows.slice(at, at + SLICE).map((row, i) => carriedEntry(row, at + i + 1, digest));
    const result = checkBatch(
      carried.map(({ raw }) => raw),
      digest,
      checkSignature,
    );
    fields += result.fields;
    checked.push(...result.entries);
    found.push(...result.problems);
    for (const [i, { entry, leftOut: digests }] of carried.entries()) {
      const one = result.entries[i];
      if (entry !== null) entries.set(entry.id, entry);
      for (const gone of digests) {
        leftOut.add(`${one?.id ?? ''}/${gone}`);
        if (one?.missing.includes(gone) === true) continue;
        found.push({
          code: 'left-out-wrong',
          ...(one === undefined ? {} : { entry: one.id }),
          message: `Entry in row ${at + i + 1} is said to leave out a field that it never had.`,
        });
      }
    }
    yield undefined;
  }
  const whole = together(digest, checked, (entry, gone) => leftOut.has(`${entry}/${gone}`));
  found.push(...whole.problems);
  yield undefined;
  const head = whole.tips.length === 0 ? '' : fingerprintOf(digest, whole.tips);
  if (head !== record.head) {
    found.push({
      code: 'head-wrong',
      message: `The fingerprint that this ${carrier} names is not the one of the record in it: an entry was changed, taken away or added.`,
    });
  }
  if (checked[0]?.header?.case !== record.case) {
    found.push({
      code: 'case-wrong',
      message: `The case that this ${carrier} names is not the one of the record in it.`,
    });
  }
  const order = whole.order.flatMap(({ id }) => entries.get(id) ?? []);
  const problems = found.map(({ code, message, entry }): ReportProblem => ({
    code,
    message,
    number: entry === undefined ? null : (whole.place.get(entry) ?? null),
  }));
  const missing = checked.reduce((sum, one) => sum + one.missing.length, 0);
  return {
    entries: record.rows.length,
    fields,
    leftOut: leftOut.size,
    withheld: missing - leftOut.size,
    problems,
    tips: whole.tips,
    head,
    anchored: whole.witnessed.anchored,
    fixed: whole.witnessed.fixed,
    order,
    standing: whole.standing,
  };
}

type Found = Pick<ReportProblem, 'code' | 'message'> & { readonly entry?: string };

/** The zone of the case, as `zoneOf` has it of a file: the newest fact `zone`. */
export function zoneIn(order: readonly Entry[]): string {
  const said = order.findLast(({ header, fields }) => header.kind === 'fact' && fields['name'] === 'zone');
  const value = said?.fields['value'];
  return typeof value === 'string' ? value : 'UTC';
}
