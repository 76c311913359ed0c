import type { Entry } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import type { PlanRecipient } from '../../domain/plan/plan.ts';
import type { ReadableDb } from '../../store/db.ts';
import { entriesAbout, standingUnder } from '../../store/queries/standing.ts';
import { entryWithId } from '../read-entry.ts';
import { planOfCase } from './plan-of-case.ts';

/** Somebody who can be told: of the plan, or named in the case. */
export interface Recipient {
  /** Of the plan; the name itself for one of the case. */
  readonly id: string;
  readonly title: string;
  readonly need: PlanRecipient['need'];
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly remark: string | null;
  /** Id of the role that tells them. */
  readonly role: string | undefined;
  readonly subject: string | undefined;
  readonly body: readonly string[] | undefined;
  /** Named in the case, and not in its plan. */
  readonly own: boolean;
}

/** Everybody who can be told: those of the plan in its order, then those of the case. */
export function recipientsOfCase(db: ReadableDb): Recipient[] {
  const { plan } = planOfCase(db);
  const ofPlan = new Set(plan.recipients.map(({ id }) => id));
  const slots = ['notice-needed/', 'notice/'].flatMap((prefix) =>
    standingUnder(db, prefix).map(({ slot }) => slot.slice(prefix.length)),
  );
  const own = [...new Set(slots)].filter((name) => !ofPlan.has(name));
  return [...plan.recipients.map((one) => planRecipient(one)), ...own.map((name) => ownRecipient(db, name))];
}

/** @throws CaseError `wrong-use` for one that neither the plan nor the case has */
export function recipientOf(db: ReadableDb, id: string): Recipient {
  const all = recipientsOfCase(db);
  const found = all.find((one) => one.id === id);
  if (found !== undefined) return found;
  const known = all.map((one) => one.id).join(', ');
  throw new CaseError('wrong-use', {
    reason: `Neither the plan nor the case has a recipient “${id}”. They have ${known}.`,
    cli: 'Add one with `notify add`.',
  });
}

const planRecipient = ({ to = [], cc = [], remark, ...one }: PlanRecipient): Recipient => ({
  id: one.id,
  title: one.title,
  need: one.need,
  to,
  cc,
  remark: remark ?? null,
  role: one.role,
  subject: one.subject,
  body: one.body,
  own: false,
});

/** The addresses that were named last count. */
function ownRecipient(db: ReadableDb, name: string): Recipient {
  const named = entriesAbout(db, name, 'notice')
    .map(({ entry }) => entryWithId(db, entry))
    .findLast(({ fields }) => fields['to'] !== undefined);
  return {
    id: name,
    title: name,
    need: 'if-needed',
    to: linesOf(named, 'to'),
    cc: linesOf(named, 'cc'),
    remark: null,
    role: undefined,
    subject: undefined,
    body: undefined,
    own: true,
  };
}

const linesOf = (entry: Entry | undefined, name: 'to' | 'cc'): string[] => {
  const value = entry?.fields[name];
  return Array.isArray(value) ? value.filter((line) => typeof line === 'string') : [];
};
