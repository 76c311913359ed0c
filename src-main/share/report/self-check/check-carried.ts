import type { Digest } from '../../../domain/digest.ts';
import type { Entry } from '../../../domain/entry.ts';
import type { Standing } from '../../../domain/projection/standing.ts';
import { fingerprintOf } from '../../../domain/fingerprint.ts';
import { together } from '../../../domain/record/together.ts';
import type { Anchor } from '../../../domain/record/witnessed.ts';
import { type CheckedRows, type Tools, checkRows } from './check-rows.ts';
import type { Found, ReportProblem } from './report-problem.ts';
import type { ReportRecord } from './report-record.ts';

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

/** Entries checked in one slice: some milliseconds. */
const SLICE = 50;

/**
 * Checks a record that is carried as text (FORMAT.md §15): fields, hashes, signatures and order of all entries. Yields between
 * slices.
 * @param carrier in words
 */
export function* checkCarried(
  record: ReportRecord,
  tools: Tools,
  carrier: Carrier,
): Generator<undefined, CarriedCheck> {
  const slices: CheckedRows[] = [];
  for (let at = 0; at < record.rows.length; at += SLICE) {
    slices.push(checkRows(record.rows.slice(at, at + SLICE), at, tools));
    yield undefined;
  }
  const carried = joinRows(record, slices, tools.digest, carrier);
  yield undefined;
  return carried;
}

/** What carries a record, in words. */
type Carrier = 'report' | 'bag';

/** Checks how rows hang together that were checked by themselves. @param slices all rows, in their order */
export function joinRows(
  record: ReportRecord,
  slices: readonly CheckedRows[],
  digest: Digest,
  carrier: Carrier,
): CarriedCheck {
  const checked = slices.flatMap((slice) => slice.checked);
  const entries = new Map<string, Entry>(
    slices.flatMap((slice) => slice.entries.map((entry) => [entry.id, entry] as const)),
  );
  const leftOut = new Set<string>(slices.flatMap((slice) => slice.leftOut));
  const whole = together(digest, checked, (entry, gone) => leftOut.has(`${entry}/${gone}`));
  const found: Found[] = [...slices.flatMap((slice) => slice.found), ...whole.problems];
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
    fields: slices.reduce((sum, slice) => sum + slice.fields, 0),
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

/** The zone of the case, as `zoneOf` has it of a file: the newest fact `zone`. */
export function zoneIn(order: readonly Entry[]): string {
  const said = order.findLast(({ header, fields }) => header.kind === 'fact' && fields['name'] === 'zone');
  const value = said?.fields['value'];
  return typeof value === 'string' ? value : 'UTC';
}
