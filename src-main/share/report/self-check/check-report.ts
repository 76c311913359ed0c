import { hex, utf8 } from '../../../domain/bytes.ts';
import type { CheckSignature, Digest } from '../../../domain/digest.ts';
import type { Entry } from '../../../domain/entry.ts';
import { fingerprintOf } from '../../../domain/fingerprint.ts';
import type { Standing } from '../../../domain/projection/standing.ts';
import { type CheckedEntry, checkBatch } from '../../../domain/record/check-batch.ts';
import { together } from '../../../domain/record/together.ts';
import type { Anchor } from '../../../domain/record/witnessed.ts';
import type { RecordProblem } from '../../../domain/record-problem.ts';
import { compareTimeline } from './expected-timeline.ts';
import { type PageElement, attributeOf, elementsIn, outlineOf } from './page-tree.ts';
import { carriedEntry } from './raw-entries.ts';
import type { ReportRecord } from './report-record.ts';

/** Something in a report that is not as it was written, with its place. */
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

export interface ReportCheck {
  readonly ok: boolean;
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
  /** Entries in their total order, and what stands among them. */
  readonly order: readonly Entry[];
  readonly standing: Standing;
}

export interface Tools {
  readonly digest: Digest;
  readonly checkSignature: CheckSignature;
}

/** What a page shows: its head, and the elements of its body in their order. */
export interface ShownPage {
  readonly head: PageElement;
  readonly body: PageElement;
}

/** Entries checked in one slice: some milliseconds. */
const SLICE = 50;

/**
 * Checks a report by the record that it carries (FORMAT.md §15): fields, hashes, signatures and order of all entries, that
 * the timeline shows what they say, and that no other part was changed since it was written. Yields between slices.
 */
export function* checkReport(
  record: ReportRecord,
  page: ShownPage,
  { digest, checkSignature }: Tools,
): Generator<undefined, ReportCheck> {
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
      message:
        'The fingerprint that this report names is not the one of the record in it: an entry was changed, taken away or added.',
    });
  }
  if (checked[0]?.header?.case !== record.case) {
    found.push({
      code: 'case-wrong',
      message: 'The case that this report names is not the one of the record in it.',
    });
  }
  const order = whole.order.flatMap(({ id }) => entries.get(id) ?? []);
  const problems = found.map(({ code, message, entry }): ReportProblem => ({
    code,
    message,
    number: entry === undefined ? null : (whole.place.get(entry) ?? null),
  }));
  problems.push(...(yield* compareParts(record, page, order, whole.standing, digest)));
  const missing = checked.reduce((sum, one) => sum + one.missing.length, 0);
  return {
    ok: problems.length === 0,
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

const CHANGED = 'was changed since it was written, or its check value was';

/** The id by which a part of the page is found. */
const idOf = (element: PageElement): string => attributeOf(element, 'id') ?? '';

/** Elements that are no part: the box of the check itself, the record, and the program. */
const BESIDE: ReadonlySet<string> = new Set(['self-check', 'holdfast-record', 'holdfast-check']);

function* compareParts(
  record: ReportRecord,
  { head, body }: ShownPage,
  order: readonly Entry[],
  standing: Standing,
  digest: Digest,
): Generator<undefined, ReportProblem[]> {
  const problems: ReportProblem[] = [];
  const say = (code: ReportProblem['code'], message: string, number: number | null = null): void =>
    void problems.push({ code, message, number });
  const { elements, foreign } = elementsIn(body);
  const shown = elements.filter((element) => !BESIDE.has(idOf(element)));
  if (foreign !== '' || elements.length - shown.length > BESIDE.size) {
    say(
      'part-changed',
      `The page shows something that belongs to no part of it: “${foreign.slice(0, 160)}”.`,
    );
  }
  const parts = new Map(record.parts);
  const judge = (id: string, element: PageElement, title: string): void => {
    if (hex(digest(utf8(outlineOf(element)))) !== parts.get(id)) say('part-changed', `${title} ${CHANGED}.`);
  };
  if (body.attributes.length > 0) say('part-changed', 'The look of the whole page was changed.');
  if (record.zone !== zoneIn(order)) {
    say(
      'part-changed',
      `The times in this page are in ${record.zone.slice(0, 60)}, and the record says ${zoneIn(order)}.`,
    );
  }
  judge('head', head, 'The head of the page, with its look and its rules,');
  const wanted = record.parts.map(([id]) => id).filter((id) => id !== 'head');
  const found = shown.map((element) => idOf(element));
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    say('part-changed', 'A part of the page was taken away, added or moved.');
  }
  for (const element of shown) {
    const id = idOf(element);
    if (id === 'timeline') {
      for (const { number, message } of yield* compareTimeline(order, standing, record.zone, element)) {
        say('shown-otherwise', message, number);
      }
    } else judge(id, element, `The part “${titleIn(element)}”`);
    yield undefined;
  }
  if (!found.includes('timeline')) say('shown-otherwise', 'The timeline is not in this page.');
  return problems;
}

/** The zone of the case, as `zoneOf` has it of a file: the newest fact `zone`. */
function zoneIn(order: readonly Entry[]): string {
  const said = order.findLast(({ header, fields }) => header.kind === 'fact' && fields['name'] === 'zone');
  const value = said?.fields['value'];
  return typeof value === 'string' ? value : 'UTC';
}

/** What a part is called: the text of its first heading. */
export function titleIn(element: PageElement): string {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (/^h[12]$/.test(child.name)) {
      return child.children.filter((text) => typeof text === 'string').join('') || 'Cover';
    }
  }
  return 'Cover';
}
