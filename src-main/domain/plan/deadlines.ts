import { addHours } from 'date-fns';
import { type UtcIso, utcIso } from '../brands.ts';
import { lastInstant } from '../retention/last-instant.ts';
import type { Plan, PlanDeadline } from './plan.ts';

/** Something that happened, with the entry that says so. */
export interface Happened {
  readonly entry: string;
  /** ms since 1970 UTC. */
  readonly at: number;
}

/** A deadline as it stands at an instant. */
export interface Deadline {
  readonly id: string;
  readonly title: string;
  readonly due: UtcIso;
  readonly state: 'running' | 'met' | 'met-late' | 'overdue' | 'void';
  /** Entries. */
  readonly startedBy: string;
  readonly metBy: string | null;
  /** Since when it runs. */
  readonly started: UtcIso;
  /** Whom to tell meets it; null where something else does. */
  readonly recipient: string | null;
  /** Set in the case, and not by its plan. */
  readonly own: boolean;
}

/** What decides the deadlines of a plan; several values stand where copies disagree. */
export interface Situation {
  readonly detected: readonly Happened[];
  readonly suspected: readonly Happened[];
  readonly ended: readonly Happened[];
  /** What ends a deadline: by recipient, that a notice was sent or will not be; that the review was approved. */
  readonly sent: ReadonlyMap<string, Happened>;
  readonly declined: ReadonlyMap<string, Happened>;
  /** Recipients of whom somebody decided that they are told. */
  readonly needed: ReadonlySet<string>;
  readonly approved: Happened | null;
  /** IANA names of the case. */
  readonly zones: readonly string[];
}

/**
 * The deadlines of a plan that run or ran, the nearest first. Where copies disagree, the earliest counts. One that is
 * late stays in sight until what it asks for is recorded. One for a recipient who is told only if needed runs once that
 * is decided.
 * @param now ms since 1970 UTC
 */
export function deadlinesIn(
  { deadlines, recipients }: Pick<Plan, 'deadlines' | 'recipients'>,
  situation: Situation,
  now: number,
): Deadline[] {
  const { needed, sent, declined } = situation;
  const sleeping = new Set(
    recipients
      .filter(
        ({ id, need }) => need === 'if-needed' && ![needed, sent, declined].some((known) => known.has(id)),
      )
      .map(({ id }) => id),
  );
  return deadlines.flatMap((deadline) =>
    'notice' in deadline.met && sleeping.has(deadline.met.notice)
      ? []
      : (deadlineIn(deadline, situation, now) ?? []),
  );
}

function deadlineIn(deadline: PlanDeadline, situation: Situation, now: number): Deadline | null {
  const start = earliest(deadline.starts.flatMap((anchor) => situation[anchor]));
  if (start === null) return null;
  const due = dueAt(deadline, start.at, situation.zones);
  const common = {
    id: deadline.id,
    title: deadline.title,
    due: utcIso(due),
    startedBy: start.entry,
    started: utcIso(start.at),
    recipient: 'notice' in deadline.met ? deadline.met.notice : null,
    own: false,
  };
  const met = 'notice' in deadline.met ? situation.sent.get(deadline.met.notice) : situation.approved;
  if (met !== undefined && met !== null) {
    return { ...common, state: met.at > due ? 'met-late' : 'met', metBy: met.entry };
  }
  const declined = 'notice' in deadline.met ? situation.declined.get(deadline.met.notice) : undefined;
  if (declined !== undefined) return { ...common, state: 'void', metBy: declined.entry };
  return { ...common, state: stateAt(due, now), metBy: null };
}

/** @param due ms since 1970 UTC; that instant itself is in time */
export const stateAt = (due: number, now: number): 'running' | 'overdue' =>
  now > due ? 'overdue' : 'running';

/** Hours are elapsed time; days are of the calendar, up to the end of the last one. */
function dueAt({ span }: PlanDeadline, start: number, zones: readonly string[]): number {
  if ('hours' in span) return addHours(start, span.hours).getTime();
  const ends = zones.map((zone) => Date.parse(lastInstant({ amount: span.days, unit: 'days' }, start, zone)));
  return Math.min(...ends);
}

const earliest = (all: readonly Happened[]): Happened | null =>
  all.reduce<Happened | null>((least, one) => (least === null || one.at < least.at ? one : least), null);

/** What is late first, then what is next, and last what is behind. */
export const byUrgency = (a: Deadline, b: Deadline): number =>
  rank(a) - rank(b) || a.due.localeCompare(b.due) || a.id.localeCompare(b.id);

const rank = ({ state }: Deadline): number => (state === 'overdue' ? 0 : state === 'running' ? 1 : 2);
