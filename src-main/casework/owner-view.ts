import { utcIso } from '../domain/brands.ts';
import { textField } from '../domain/entry.ts';
import type { Deadline } from '../domain/plan/deadlines.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { ReadableDb } from '../store/db.ts';
import { zoneOf, beginningOf } from './case-facts.ts';
import { phasesOf } from './enter-phase.ts';
import { type FactView, factsOf } from './facts.ts';
import { happenedAt } from './happened-at.ts';
import type { EntryView } from './entry-view.ts';
import { deadlinesOfCase } from './plan/deadlines-of-case.ts';
import { noticesOfCase } from './plan/notices.ts';
import { phaseTimes } from './plan/phase-times.ts';
import { planOfCase } from './plan/plan-of-case.ts';
import { stepsOfCase } from './plan/steps-of-case.ts';
import { standingIn } from './standing-in.ts';
import { exhibitTypes } from '../store/queries/exhibit.ts';

/** Something that the owner has to do. */
export interface OwnerTask {
  readonly kind: 'tell' | 'decide' | 'review' | 'step';
  readonly title: string;
  /** UTC. */
  readonly due: string | null;
  readonly late: boolean;
  /** Of one to tell: a message is written. */
  readonly drafted: boolean;
  /** Id in the plan: of the recipient, or of the step. */
  readonly id: string;
}

export interface OwnerFact {
  readonly name: string;
  readonly value: string;
  /** When it was stated, UTC. */
  readonly at: string;
  /** Who decided it. */
  readonly by: string[];
}

export interface OwnerTold {
  readonly id: string;
  readonly title: string;
  readonly state: 'told' | 'not-told' | 'not-needed' | 'not-decided' | 'decided-against';
  readonly at: string | null;
  readonly via: string | null;
  readonly why: string | null;
}

/** The case as its owner sees it: nothing of it is guessed. */
export interface OwnerView {
  readonly title: string;
  readonly practice: boolean;
  readonly zone: string;
  /** What the responder wrote for the owner, with its time; null where nobody did. */
  readonly where: OwnerFact | null;
  readonly phase: { readonly title: string; readonly since: string | null };
  /** The fact that was decided last. */
  readonly decision: OwnerFact | null;
  /** UTC. */
  readonly ended: string | null;
  readonly must: OwnerTask[];
  readonly known: OwnerFact[];
  /** Names of facts. */
  readonly unknown: string[];
  /** Kinds of evidence that are registered. */
  readonly kept: ('snapshot' | 'backup' | 'log')[];
  readonly exhibits: number;
  readonly told: OwnerTold[];
  readonly due: {
    readonly title: string;
    readonly due: string;
    readonly late: boolean;
    readonly who: string | null;
  }[];
}

/** The fact that holds what the responder says to the owner. */
const WHERE_WE_ARE = 'where-we-are';

/** What an owner asks first, in this order. */
const ASKED = ['discovered', 'penetrated', 'data-reached', 'extent', 'severity', 'done-to-server'] as const;

/** Facts that say nothing to an owner, or stand elsewhere on the page. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'zone',
  'detection-source',
  'organisation',
  'contact',
  'ended',
  WHERE_WE_ARE,
]);

const DECISIONS: ReadonlySet<string> = new Set(['penetrated', 'data-reached', 'severity', 'extent']);

/** @param now ms since 1970 UTC */
export function ownerView(db: ReadableDb, now: number): OwnerView {
  const { plan } = planOfCase(db);
  const facts = new Map(factsOf(db).map((fact) => [fact.name, fact]));
  const sure = [...facts.values()].filter((fact) => isSure(fact)).map((fact) => plain(fact));
  const deadlines = deadlinesOfCase(db, now).filter(
    ({ state }) => state === 'running' || state === 'overdue',
  );
  const phases = phasesOf(db);
  const phase = phases.at(-1) ?? '';
  const since = phaseTimes(db).get(phase);
  const ended = sure.find(({ name, value }) => name === 'ended' && value !== 'no')?.value ?? null;
  const types = new Set(exhibitTypes(db).map(({ type }) => JSON.parse(type) as unknown));
  const { title, practice } = beginningOf(db);
  return {
    title,
    practice,
    zone: zoneOf(db),
    where: sure.find(({ name }) => name === WHERE_WE_ARE) ?? null,
    phase: {
      title: phases.map((id) => plan.phases.find((one) => one.id === id)?.title ?? id).join(', '),
      since: since === undefined ? null : utcIso(since),
    },
    decision:
      sure
        .filter(({ name }) => DECISIONS.has(name))
        .toSorted((a, b) => a.at.localeCompare(b.at))
        .at(-1) ?? null,
    ended,
    must: mustDo(db, plan, deadlines, now),
    known: [
      ...ASKED.flatMap((name) => sure.filter((fact) => fact.name === name)),
      ...sure.filter(({ name }) => !ELSEWHERE.has(name) && !ASKED.some((asked) => asked === name)),
    ],
    unknown: ASKED.filter((name) => !sure.some((fact) => fact.name === name)),
    kept: (['snapshot', 'backup', 'log'] as const).filter((type) => types.has(type)),
    exhibits: exhibitTypes(db).length,
    told: toldIn(db),
    due: dueNext(db, plan, deadlines, now),
  };
}

/** One value, and a decided one; a withheld one is none. */
const isSure = ({ value, conflict }: FactView): boolean =>
  conflict.length === 0 && typeof value === 'string' && value !== 'undecided';

const plain = ({ name, value, since, by, author }: FactView): OwnerFact => ({
  name,
  value: typeof value === 'string' ? value : '',
  at: since,
  by: by.length === 0 ? [author.name] : [...by],
});

const OWNER_ROLE = 'role-owner';

/** What the plan gives to the role of the owner: whom to tell, what to decide, and its open steps of the phase. */
function mustDo(db: ReadableDb, plan: Plan, deadlines: readonly Deadline[], now: number): OwnerTask[] {
  const notices = noticesOfCase(db);
  const own = plan.recipients.filter(({ role }) => role === OWNER_ROLE);
  const tell = own.flatMap(({ id, title, need }): OwnerTask[] => {
    const notice = notices.find((one) => one.id === id);
    const due = deadlines.find(({ recipient }) => recipient === id);
    const needed = need === 'always' ? due !== undefined : notice?.needed.includes('needed') === true;
    if (!needed || notice === undefined || notice.state === 'sent' || notice.state === 'declined') return [];
    return [
      {
        kind: 'tell',
        title,
        due: due?.due ?? null,
        late: due?.state === 'overdue',
        drafted: notice.state === 'drafted',
        id,
      },
    ];
  });
  const decide = own.flatMap(({ id, title, need }): OwnerTask[] => {
    const notice = notices.find((one) => one.id === id);
    const open = need === 'if-needed' && notice?.state === 'open' && notice.needed.includes('undecided');
    return open ? [{ kind: 'decide', title, due: null, late: false, drafted: false, id }] : [];
  });
  const review = deadlines
    .filter(({ id }) => plan.deadlines.some((one) => one.id === id && 'review' in one.met))
    .map(({ id, due, state }): OwnerTask => ({
      kind: 'review',
      title: '',
      due,
      late: state === 'overdue',
      drafted: false,
      id,
    }));
  return [...tell, ...review, ...decide, ...ownSteps(db, plan, now)];
}

function ownSteps(db: ReadableDb, plan: Plan, now: number): OwnerTask[] {
  const role = plan.roles.find(({ id }) => id === OWNER_ROLE)?.title;
  const phases = phasesOf(db);
  return stepsOfCase(db)
    .filter(({ id }) => phases.includes(id))
    .flatMap(({ steps }) => steps)
    .filter((step) => step.role === role && (step.state === 'open' || step.state === 'reopened'))
    .map(({ id, title, due }) => ({
      kind: 'step',
      title,
      due,
      late: due !== null && Date.parse(due) < now,
      drafted: false,
      id,
    }));
}

function toldIn(db: ReadableDb): OwnerTold[] {
  return noticesOfCase(db).map(({ id, title, need, needed, state, entries }) => {
    const stands = standingIn(db, `notice/${id}`).at(-1);
    const via = stands === undefined ? undefined : textField(stands, 'via');
    const why = (stands === undefined ? undefined : textField(stands, 'why')) ?? lastWhy(entries);
    const open =
      need === 'always' || needed.includes('needed')
        ? 'not-told'
        : needed.includes('not-needed')
          ? 'not-needed'
          : 'not-decided';
    const sent = state === 'sent';
    return {
      id,
      title,
      state: sent ? 'told' : state === 'declined' ? 'decided-against' : open,
      at: sent && stands !== undefined ? utcIso(happenedAt(stands)) : null,
      via: sent ? (via ?? null) : null,
      why: sent ? null : (why ?? null),
    };
  });
}

const lastWhy = (entries: readonly EntryView[]): string | undefined => {
  const why = entries.findLast(({ event }) => event !== 'drafted' && event !== 'answered')?.['why'];
  return typeof why === 'string' ? why : undefined;
};

/** Deadlines first what is late, with who sees to them. */
function dueNext(db: ReadableDb, plan: Plan, deadlines: readonly Deadline[], now: number): OwnerView['due'] {
  const roleOf = (id: string | null): string | null => {
    const role = plan.recipients.find((one) => one.id === id)?.role;
    return plan.roles.find((one) => one.id === role)?.title ?? null;
  };
  const steps = stepsOfCase(db)
    .flatMap((phase) => phase.steps)
    .filter(({ state }) => state === 'open' || state === 'reopened')
    .flatMap(({ title, due, role }) => (due === null ? [] : [{ title, due, who: role }]));
  return [...deadlines.map(({ title, due, recipient }) => ({ title, due, who: roleOf(recipient) })), ...steps]
    .map((one) => ({ ...one, late: Date.parse(one.due) < now }))
    .toSorted((a, b) => a.due.localeCompare(b.due));
}
