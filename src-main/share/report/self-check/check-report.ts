import { hex, utf8 } from '../../../domain/bytes.ts';
import type { Digest } from '../../../domain/digest.ts';
import type { Entry } from '../../../domain/entry.ts';
import type { Standing } from '../../../domain/projection/standing.ts';
import { type CarriedCheck, checkCarried, zoneIn } from './check-carried.ts';
import type { Tools } from './check-rows.ts';
import { compareTimeline } from './expected-timeline.ts';
import { type PageElement, attributeOf, elementsIn, outlineOf } from './page-tree.ts';
import type { ReportProblem } from './report-problem.ts';
import type { ReportRecord } from './report-record.ts';

export interface ReportCheck extends CarriedCheck {
  readonly ok: boolean;
}

/** What a page shows: its head, and the elements of its body in their order. */
export interface ShownPage {
  readonly head: PageElement;
  readonly body: PageElement;
}

/**
 * Checks a report by the record that it carries (FORMAT.md §15): fields, hashes, signatures and order of all entries, that
 * the timeline shows what they say, and that no other part was changed since it was written. Yields between slices.
 */
export function* checkReport(
  record: ReportRecord,
  page: ShownPage,
  tools: Tools,
): Generator<undefined, ReportCheck> {
  const carried = yield* checkCarried(record, tools, 'report');
  return yield* compareShown(record, page, carried, tools.digest);
}

/** What a page shows beside what a check of its record found. Yields between slices. */
export function* compareShown(
  record: ReportRecord,
  page: ShownPage,
  carried: CarriedCheck,
  digest: Digest,
): Generator<undefined, ReportCheck> {
  const shown = yield* compareParts(record, page, carried.order, carried.standing, digest);
  const problems = [...carried.problems, ...shown];
  return { ...carried, ok: problems.length === 0, problems };
}

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
