import { listField, objectField, textField } from '../domain/entry.ts';
import type { Told } from './sentence.ts';

type Text = (name: string) => string;

/** Kinds of entries that the plan brings forth; undefined for all others. */
export function sentenceOfPlan(entry: Told, text: Text): string | undefined {
  switch (entry.header.kind) {
    case 'plan':
      return `Plan taken into the case${titleIn(entry)}`;
    case 'step':
      return `Step ${STATES[text('state')] ?? text('state')}: ${text('title')}${by(entry)}${because(entry, 'why')}${uncollected(entry)}`;
    case 'step-link':
      return `Linked to the step “${text('title')}”: ${linked(entry)}`;
    case 'step-added':
      return `Step added to ${text('phase')}: ${text('title')}${dueOf(entry)}`;
    case 'action':
      return actionSentence(entry, text);
    case 'action-result':
      return `Action ${text('action').slice(0, 8)} ${WORKED[text('worked')] ?? text('worked')}${after(entry, 'result')}${retest(entry)}`;
    case 'notice':
      return noticeSentence(entry, text);
    case 'deadline':
      return deadlineSentence(entry, text);
    case 'review-text':
      return `Review, ${REVIEW_PARTS[text('part')] ?? text('part')}: ${text('text')}`;
    case 'review-item':
      return reviewItemSentence(entry, text);
    case 'review-excerpt':
      return `Review ${entry.fields['shown'] === false ? 'does not show' : 'shows'} entry ${text('entry').slice(0, 8)}`;
    case 'review-approval':
      return `Review approved by ${text('by')}${part(entry, 'late_why', '; late, because: ')}${part(entry, 'remark', ': ')}`;
    default:
      return undefined;
  }
}

const STATES: Readonly<Record<string, string>> = { done: 'done', skipped: 'skipped', reopened: 'open again' };

const WORKED: Readonly<Record<string, string>> = {
  yes: 'worked',
  partly: 'worked in part',
  no: 'did not work',
  unknown: 'may have worked',
};

const said = (entry: Told, name: string): string | undefined => textField(entry, name);
const part = (entry: Told, name: string, before: string): string =>
  said(entry, name) === undefined ? '' : `${before}${said(entry, name)}`;
const because = (entry: Told, name: string): string => part(entry, name, ', because: ');
const after = (entry: Told, name: string): string => part(entry, name, ': ');
const by = (entry: Told): string => part(entry, 'by', ', by ');
const retest = (entry: Told): string => part(entry, 'retest', '; tested: ');

function titleIn(entry: Told): string {
  const { document } = entry.fields;
  const isPlan = typeof document === 'object' && document !== null && 'title' in document;
  return isPlan && typeof document.title === 'string' ? `: ${document.title}` : '';
}

/** `; before snapshot, log was collected, because: …`. */
function uncollected(entry: Told): string {
  const missing = listField(entry, 'not_collected');
  return missing.length === 0
    ? ''
    : `; before ${missing.join(', ')} was collected${because(entry, 'before_evidence')}`;
}

const counted = (n: number, one: string, many: string): string[] =>
  n === 0 ? [] : [`${n} ${n === 1 ? one : many}`];

const linked = (entry: Told): string =>
  [
    ...counted(listField(entry, 'evidence').length, 'exhibit', 'exhibits'),
    ...counted(listField(entry, 'entries').length, 'entry', 'entries'),
  ].join(' and ');

const dueOf = (entry: Told): string => {
  const due = objectField(entry, 'due');
  // An export is read anywhere: the minute, in UTC.
  return typeof due?.['utc'] === 'string' ? `, due ${due['utc'].slice(0, 16).replace('T', ' ')} UTC` : '';
};

/** `Action on WEB01: rule 12 blocks 203.0.113.77, done by Ada, ordered by Owner; worked`. */
function actionSentence(entry: Told, text: Text): string {
  const worked = said(entry, 'worked');
  return [
    `Action on ${text('system')}: ${text('what')}`,
    part(entry, 'done_by', ', done by '),
    part(entry, 'device', ', from '),
    part(entry, 'ordered_by', ', ordered by '),
    because(entry, 'why'),
    worked === undefined ? '' : `; ${WORKED[worked] ?? worked}`,
    part(entry, 'result', ': '),
    retest(entry),
    uncollected(entry),
  ].join('');
}

function noticeSentence(entry: Told, text: Text): string {
  const who = text('recipient');
  switch (text('event')) {
    case 'needed':
      return `To be told: ${who}${because(entry, 'why')}`;
    case 'not-needed':
      return `Need not be told: ${who}${because(entry, 'why')}`;
    case 'undecided':
      return `Not decided whether to tell ${who}${because(entry, 'why')}`;
    case 'drafted':
      return `Message to ${who} written${part(entry, 'subject', ': ')}`;
    case 'sent':
      return `Told ${who}${part(entry, 'via', ' by ')}${by(entry)}${part(entry, 'message_id', ', message ')}${part(entry, 'late_why', '; late, because: ')}`;
    case 'answered':
      return `Answer from ${who}${after(entry, 'message')}`;
    default:
      return `Decided not to tell ${who}${because(entry, 'why')}`;
  }
}

function deadlineSentence(entry: Told, text: Text): string {
  const state = text('state');
  const words = state === 'met' ? 'is met' : state === 'void' ? 'does not count any more' : 'runs';
  return `Deadline “${text('title')}” ${words}${dueOf(entry)}${because(entry, 'why')}`;
}

const REVIEW_PARTS: Readonly<Record<string, string>> = {
  summary: 'in short',
  retrospective: 'what happened',
  worked: 'what worked',
  'not-worked': 'what did not work',
  containment: 'what was done to contain it',
  investigation: 'further investigation',
};

const REVIEW_LISTS: Readonly<Record<string, string>> = {
  cause: 'Cause',
  question: 'Open question',
  improvement: 'Improvement',
};

/** `Improvement: limit uploads to pictures, owner Ada, due 2026-12-01 22:59 UTC`; `Open question dropped: …, because: …`. */
function reviewItemSentence(entry: Told, text: Text): string {
  const state = text('state');
  return [
    REVIEW_LISTS[text('list')] ?? text('list'),
    state === 'open' ? '' : ` ${state}`,
    `: ${text('text')}`,
    part(entry, 'owner', ', owner '),
    dueOf(entry),
    because(entry, 'why'),
  ].join('');
}
