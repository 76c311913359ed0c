import { randomBytes } from 'node:crypto';
import { hex } from '../../domain/bytes.ts';
import { type Entry, objectField, textField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import type { Occurred } from '../../domain/time/occurred.ts';
import { append, step } from '../append.ts';
import { deadlinesOfCase } from '../plan/deadlines-of-case.ts';
import { planOfCase } from '../plan/plan-of-case.ts';
import { findEntry } from '../read-entry.ts';
import type { WritingSession } from '../session.ts';
import { standingIn } from '../standing-in.ts';
import { timeGiven } from '../time-given.ts';
import { reviewOfCase } from './review-of-case.ts';

type Item = FieldsOf<'review-item'>;

/** Writes a part of the review, or writes it anew. @throws CaseError `text-empty` */
export function writePart(
  session: WritingSession,
  part: FieldsOf<'review-text'>['part'],
  text: string,
): Entry {
  if (text.trim() === '') throw new CaseError('text-empty');
  return step(session, () => append(session, 'review-text', { part, text }));
}

export interface NewItem {
  readonly list: Item['list'];
  readonly text: string;
  readonly owner: string | undefined;
  /** As typed. */
  readonly due: string | undefined;
  readonly zone: string | undefined;
}

/**
 * Adds a cause, an open question or an improvement.
 * @throws CaseError `text-empty`, `wrong-use` for a question without an owner or an improvement without owner and date;
 * the time errors of `understandTime`
 */
export function addItem(session: WritingSession, given: NewItem): Entry {
  const { list } = given;
  const text = given.text.trim();
  if (text === '') throw new CaseError('text-empty');
  const owner = given.owner?.trim() || undefined;
  if (list !== 'cause' && owner === undefined) {
    const reason = `Say who sees to it: ${list === 'question' ? 'an open question' : 'an improvement'} has an owner.`;
    throw new CaseError('wrong-use', { reason, cli: 'Give --owner.' });
  }
  if (list === 'improvement' && given.due === undefined) {
    const reason = 'Say until when: an improvement has a date.';
    throw new CaseError('wrong-use', { reason, cli: 'Give --due.' });
  }
  const due = given.due === undefined ? undefined : timeGiven(session, given.due, given.zone);
  // Two copies may add one at the same time: their ids must not meet.
  const item = `${list}-${hex(randomBytes(4))}`;
  return step(session, () => append(session, 'review-item', { item, list, text, owner, due, state: 'open' }));
}

export interface ItemState {
  /** Its id, or a unique beginning of it. */
  readonly item: string;
  readonly state: Item['state'];
  readonly why: string | undefined;
  readonly at: string | undefined;
  readonly zone: string | undefined;
}

/**
 * Says that an item is done, dropped with a reason, or open again; the rest of it stays.
 * @throws CaseError `wrong-use` for an unknown item, one without a reason, or where the record says so already; the time
 * errors of `understandTime`
 */
export function settleItem(session: WritingSession, given: ItemState): Entry {
  const { state } = given;
  const stood = itemNamed(session, given.item);
  const why = given.why?.trim() || undefined;
  if (state === 'dropped' && why === undefined) {
    throw new CaseError('wrong-use', { reason: 'Say why it is dropped.', cli: 'Give --why.' });
  }
  if (textField(stood, 'state') === state) {
    throw new CaseError('wrong-use', {
      reason: `The record says already that it is ${state === 'open' ? 'open' : state}.`,
    });
  }
  const occurred = given.at === undefined ? undefined : timeGiven(session, given.at, given.zone);
  return step(session, () =>
    append(session, 'review-item', {
      item: textField(stood, 'item') ?? given.item,
      list: (textField(stood, 'list') ?? 'cause') as Item['list'],
      text: textField(stood, 'text') ?? '“withheld”',
      owner: textField(stood, 'owner'),
      due: objectField(stood, 'due') as Occurred | undefined,
      state,
      why,
      occurred,
    }),
  );
}

function itemNamed(session: WritingSession, wanted: string): Entry {
  const { items } = reviewOfCase(session.db);
  const exact = items.filter(({ item }) => item === wanted);
  const found = exact.length > 0 ? exact : items.filter(({ item }) => item.startsWith(wanted));
  const [only] = found;
  const stands = only === undefined ? undefined : standingIn(session.db, `review-item/${only.item}`).at(-1);
  if (stands !== undefined && found.length === 1) return stands;
  const reason =
    only === undefined
      ? `The review has nothing that is called “${wanted}”.`
      : `Several begin with “${wanted}”: ${found.map(({ item }) => item).join(', ')}.`;
  throw new CaseError('wrong-use', { reason, cli: '`review CASE show` lists them.' });
}

/**
 * The retrospective shows an entry, or does not show it any more.
 * @param digits its id, or a unique beginning of it
 * @throws CaseError `entry-unknown`, `entry-ambiguous`, `wrong-use` where it is so already
 */
export function showExcerpt(session: WritingSession, digits: string, shown: boolean): Entry {
  const entry = findEntry(session.db, digits);
  const stands = standingIn(session.db, `review-excerpt/${entry}`);
  const now = stands.some(({ fields }) => fields['shown'] === true);
  if (now === shown && stands.length < 2) {
    const reason = `The review ${shown ? 'shows this entry already' : 'does not show this entry'}.`;
    throw new CaseError('wrong-use', { reason });
  }
  return step(session, () => append(session, 'review-excerpt', { entry, shown }));
}

export interface NewApproval {
  readonly by: string;
  readonly remark: string | undefined;
  readonly lateWhy: string | undefined;
  readonly at: string | undefined;
  readonly zone: string | undefined;
}

/**
 * A named person approves the review as it stands. One that comes after it was due says why.
 * @throws CaseError `wrong-use` without a name, before the end of the incident, with no word of a review, or late
 * without a reason; the time errors of `understandTime`
 */
export function approveReview(session: WritingSession, given: NewApproval): Entry {
  const by = given.by.trim();
  if (by === '') throw new CaseError('wrong-use', { reason: 'Say who approves it.', cli: 'Give --by.' });
  const now = session.clock.now();
  const occurred = given.at === undefined ? undefined : timeGiven(session, given.at, given.zone);
  const approvedAt = occurred === undefined ? now : Date.parse(occurred.utc);
  const due = reviewDue(session, approvedAt);
  if (due === undefined) {
    throw new CaseError('wrong-use', {
      reason: 'The incident has not ended: the review comes after its end.',
      cli: '`fact CASE ended TIME` says when it ended.',
    });
  }
  if (approvedAt < Date.parse(due.started)) {
    throw new CaseError('wrong-use', { reason: `The incident ended only ${due.started}.` });
  }
  if (reviewOfCase(session.db).texts.length === 0) {
    throw new CaseError('wrong-use', { reason: 'Nothing of the review is written yet.' });
  }
  const late = given.lateWhy?.trim() || undefined;
  if (due.state === 'overdue' && late === undefined) {
    const reason = `It was due ${due.due}. Say why it is late.`;
    throw new CaseError('wrong-use', { reason, cli: 'Give --late-why.' });
  }
  const remark = given.remark?.trim() || undefined;
  return step(session, () => append(session, 'review-approval', { by, remark, late_why: late, occurred }));
}

function reviewDue(session: WritingSession, at: number) {
  const ids = new Set(
    planOfCase(session.db)
      .plan.deadlines.filter(({ met }) => 'review' in met)
      .map(({ id }) => id),
  );
  return deadlinesOfCase(session.db, at).find(({ id }) => ids.has(id));
}
