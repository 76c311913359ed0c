import { utcIso } from '../../domain/brands.ts';
import type { Json } from '../../domain/canonical.ts';
import { type Entry, numberField, textField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { planIn } from '../../domain/plan/check-plan.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type DueState, dueState, nextReview } from '../../domain/preparation/due-state.ts';
import type { ReadableDb } from '../../store/db.ts';
import { append, step } from '../append.ts';
import { zoneOf } from '../case-facts.ts';
import { happenedAt } from '../happened-at.ts';
import { planOfCase } from '../plan/plan-of-case.ts';
import { documentOf, planOfText } from '../plan/take-plan.ts';
import { entryWithId } from '../read-entry.ts';
import type { WritingSession } from '../session.ts';
import { standingIn } from '../standing-in.ts';
import { timeGiven } from '../time-given.ts';
import { required, saidAnew } from './said-anew.ts';

/** Who approved which plan, and when. */
export interface Approval {
  readonly entry: string;
  /** The `plan` entry. */
  readonly plan: string;
  readonly title: string;
  readonly version: number;
  readonly by: string;
  /** UTC. */
  readonly at: string;
}

export function approvalOf(db: ReadableDb): Approval | null {
  const entry = standingIn(db, 'plan-approved')
    .toSorted((a, b) => happenedAt(a) - happenedAt(b))
    .at(-1);
  const plan = entry === undefined ? undefined : textField(entry, 'plan');
  if (entry === undefined || plan === undefined) return null;
  return {
    entry: entry.id,
    plan,
    title: textField(entry, 'title') ?? '',
    version: numberField(entry, 'version') ?? 0,
    by: textField(entry, 'by') ?? '“withheld”',
    at: utcIso(happenedAt(entry)),
  };
}

/** When the plan is looked at again, and whether that is due. */
export function reviewOf(
  db: ReadableDb,
  now: number,
): { readonly due: string | null; readonly state: DueState } {
  const approval = approvalOf(db);
  if (approval === null) return { due: null, state: 'never' };
  const months = planOfCase(db).plan.review_months ?? null;
  const due = nextReview(Date.parse(approval.at), months, zoneOf(db));
  return { due, state: dueState(due, now) };
}

/** The plan that a new case copies: the one that was approved last, else the one that was saved last. */
export function planToCopy(db: ReadableDb): { readonly plan: Plan; readonly approval: Approval | null } {
  const approval = approvalOf(db);
  if (approval !== null) {
    const document = documentIn(db, approval.plan);
    if (document !== null) return { plan: document, approval };
  }
  return { plan: planOfCase(db).plan, approval: null };
}

/** Null where it was withheld, or is none that this program can use. */
function documentIn(db: ReadableDb, id: string): Plan | null {
  try {
    return planIn(entryWithId(db, id).fields['document']);
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return null;
  }
}

/**
 * Saves a plan as the next version: one that comes from elsewhere keeps a higher number.
 * @param text JSON document
 * @param file name of the file that it came from
 * @throws CaseError `plan-faulty` with each fault and its place, `too-large`, `wrong-use` where nothing is different
 */
export function savePlan(session: WritingSession, text: string, file: string | undefined): Entry {
  const given = planOfText(text);
  const stood = planOfCase(session.db);
  const same = { ...given, version: stood.plan.version };
  if (stood.entry !== null && JSON.stringify(same) === JSON.stringify(stood.plan)) {
    throw new CaseError('wrong-use', {
      reason: `This is the plan that is here already (version ${stood.plan.version}); nothing was saved.`,
    });
  }
  const version = Math.max(given.version, stood.plan.version + 1);
  const document: Json = documentOf(planIn({ ...given, version }));
  return step(session, () => append(session, 'plan', { document, file }));
}

export interface NewApproval {
  readonly by: string;
  readonly note: string | undefined;
  readonly at: string | undefined;
  readonly zone: string | undefined;
}

/**
 * A person approves the plan that was saved last; new cases copy it from then on.
 * @throws CaseError `wrong-use`, the time errors of `understandTime`
 */
export function approvePlan(session: WritingSession, given: NewApproval): Entry {
  const by = required(saidAnew(given.by, undefined), 'Say who approves the plan.');
  const { plan, entry, unusable } = planOfCase(session.db);
  if (entry === null || unusable !== null) {
    throw new CaseError('wrong-use', { reason: 'There is no plan here that can be approved.' });
  }
  const occurred = timeGiven(session, given.at ?? 'now', given.zone);
  if (Date.parse(occurred.utc) > session.clock.now()) {
    throw new CaseError('wrong-use', { reason: 'A plan cannot have been approved in the future.' });
  }
  return step(session, () =>
    append(session, 'plan-approved', {
      plan: entry,
      title: plan.title,
      version: plan.version,
      by,
      note: saidAnew(given.note, undefined),
      occurred,
    }),
  );
}
