import type { MilestoneView, ReviewItemView, ReviewView } from '../contract/review.ts';
import { visibleText } from '../domain/file-name.ts';
import { spanText } from '../domain/review/span-text.ts';
import { localTime } from './local-time.ts';
import { signedName } from './signed-name.ts';

const PARTS: Readonly<Record<ReviewView['texts'][number]['part'], string>> = {
  summary: 'In short',
  retrospective: 'What happened',
  worked: 'What worked',
  'not-worked': 'What did not work',
  containment: 'What was done to contain it',
  investigation: 'Further investigation',
};

const LISTS: Readonly<Record<ReviewItemView['list'], string>> = {
  cause: 'Contributing causes',
  question: 'Open questions',
  improvement: 'Improvements',
};

const NAMES: Readonly<Record<MilestoneView['name'], string>> = {
  occurred: 'Began',
  detected: 'Detected',
  contained: 'Contained',
  eradicated: 'Eradicated',
  notified: 'Told',
  closed: 'Ended',
};

/** A review as people read it on a terminal. */
export function reviewLines(review: ReviewView, zone: string): string[] {
  const lists = (['cause', 'question', 'improvement'] as const).flatMap((list) => {
    const items = review.items.filter((item) => item.list === list);
    return items.length === 0 ? [] : ['', LISTS[list], ...items.map((item) => itemLine(item, zone))];
  });
  return [
    approvalLine(review, zone),
    '',
    ...milestoneLines(review.milestones, zone),
    ...review.texts.flatMap(({ part, text, others }) => [
      '',
      PARTS[part],
      ...[text, ...others.map((other) => `(another copy) ${other}`)].flatMap((one) =>
        one.split('\n').map((line) => `  ${visibleText(line)}`),
      ),
    ]),
    ...lists,
    ...(review.excerpts.length === 0 ? [] : ['', 'From the timeline']),
    ...review.excerpts.map(
      ({ occurred, recorded, text, id }) =>
        `  ${localTime(occurred?.utc ?? recorded, zone)}  ${visibleText(text)}  [${id.slice(0, 8)}]`,
    ),
  ];
}

function approvalLine({ approval, due }: ReviewView, zone: string): string {
  if (approval !== null) {
    const changed = approval.changedSince === 0 ? '' : `; ${approval.changedSince} parts were written since`;
    return `Approved by ${visibleText(approval.by)}, ${localTime(approval.at, zone)}, recorded by ${signedName(approval.author)}${changed}`;
  }
  return due === null
    ? 'Not approved. The incident has not ended.'
    : `Not approved, due ${localTime(due, zone)}`;
}

function milestoneLines(all: readonly MilestoneView[], zone: string): string[] {
  const start = all.find(({ at }) => at !== null)?.at;
  return all.map(({ name, who, at, number }) => {
    const title = `${NAMES[name]}${who === null ? '' : ` ${visibleText(who)}`}`.padEnd(22);
    if (at === null) return `  ${title}Not known yet`;
    const after =
      start === undefined || start === null || start === at
        ? ''
        : `, after ${spanText(Date.parse(start ?? at), Date.parse(at))}`;
    return `  ${title}${localTime(at, zone)}${after}${number === null ? '' : `  (entry ${number})`}`;
  });
}

const MARKS = { open: '[ ]', done: '[x]', dropped: '[-]' } as const;

function itemLine(
  { item, text, owner, due, state, why, unsure, list }: ReviewItemView,
  zone: string,
): string {
  return [
    `  ${list === 'cause' ? ' - ' : MARKS[state]} ${item}  ${visibleText(text)}`,
    list === 'cause' && state !== 'open' ? ` (${state})` : '',
    owner === null ? '' : `, ${visibleText(owner)}`,
    due === null ? '' : `, until ${localTime(due, zone)}`,
    why === null ? '' : `: ${visibleText(why)}`,
    unsure ? '; copies say different things' : '',
  ].join('');
}
