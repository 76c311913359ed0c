import { soundSentence } from '../../../domain/record/sound-sentence.ts';
import type { ReportProblem } from '../self-check/report-problem.ts';
import type { ReportCheck } from '../self-check/check-report.ts';
import type { ReportRecord } from '../self-check/report-record.ts';
import { el, list, paragraph } from './dom.ts';
import { texts } from './texts.ts';

/** Problems that are listed; the number of all is said. */
const LISTED = 20;

/** What was found, in words for somebody who is no engineer. */
export function verdict(check: ReportCheck, record: ReportRecord): Element {
  return check.ok ? good(check, record) : bad(check);
}

function good(check: ReportCheck, { written, parts }: ReportRecord): Element {
  const { entries, fixed, anchored, fields, leftOut, withheld } = check;
  return el(
    'div',
    {},
    paragraph(soundSentence(entries, fixed, anchored, Date.parse(written)), 'sentence'),
    list([
      texts.entries(entries),
      texts.fields(fields),
      ...(leftOut === 0 ? [] : [texts.leftOut(leftOut)]),
      ...(withheld === 0 ? [] : [texts.withheld(withheld)]),
      texts.timeline(entries),
      texts.parts(parts.length - 2),
    ]),
    el('h4', {}, texts.proves),
    list(texts.provesPoints),
    el('h4', {}, texts.provesNot),
    list(texts.provesNotPoints),
  );
}

function bad({ problems }: ReportCheck): Element {
  const more = problems.length - LISTED;
  return el(
    'div',
    {},
    paragraph(texts.badMeans),
    list(
      problems.slice(0, LISTED).map((problem) => line(problem)),
      'ol',
    ),
    ...(more > 0 ? [paragraph(texts.more(more))] : []),
    el('h4', {}, texts.now),
    list(texts.nowSteps, 'ol'),
  );
}

/** A problem, with a way to the line that it is about. */
function line({ message, code, number }: ReportProblem): Node {
  const shown = number !== null && document.querySelector(`#e${number}`) !== null;
  return el(
    'span',
    {},
    message,
    ' ',
    ...(shown ? [el('a', { href: `#e${number}` }, texts.goTo(number)), ' '] : []),
    el('span', { class: 'm mono' }, code),
  );
}

/** A check that could not be made to its end found nothing good. */
export const brokeOff = (why: string): Element =>
  el('div', {}, paragraph(why), el('h4', {}, texts.now), list(texts.nowSteps, 'ol'));
