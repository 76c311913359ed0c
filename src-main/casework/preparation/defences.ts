import { type Entry, numberField, objectField, textField, textIn } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import { defaultPlan } from '../../domain/plan/default/index.ts';
import { slugOf } from '../../domain/preparation/slug.ts';
import { type DueState, dueState, nextCheck } from '../../domain/preparation/due-state.ts';
import { utcIso } from '../../domain/brands.ts';
import { lastOfDay } from '../../domain/time/zone.ts';
import type { ReadableDb } from '../../store/db.ts';
import { standingUnder } from '../../store/queries/standing.ts';
import { append, step } from '../append.ts';
import { zoneOf } from '../case-facts.ts';
import { happenedAt } from '../happened-at.ts';
import { planOfCase } from '../plan/plan-of-case.ts';
import { entryWithId } from '../read-entry.ts';
import type { WritingSession } from '../session.ts';
import { standingIn } from '../standing-in.ts';
import { timeGiven } from '../time-given.ts';
import { type Given, meant, required, saidAnew } from './said-anew.ts';

/** The last check of a layer of defence. */
export interface Checked {
  readonly entry: string;
  /** UTC. */
  readonly at: string;
  readonly result: 'good' | 'problem';
  readonly note: string;
  readonly by: string;
  readonly file: { readonly name: string; readonly size: number; readonly sha256: string } | null;
}

/** A line of the register: what the plan says of it, and what people said since. */
export interface Defence {
  readonly id: string;
  readonly title: string;
  /** What the plan says of it. */
  readonly text: string;
  readonly owner: string;
  readonly reports: string;
  readonly note: string;
  readonly everyDays: number | null;
  readonly last: Checked | null;
  /** UTC; null where it was never checked, or has no interval. */
  readonly due: string | null;
  readonly state: DueState;
  /** Not of the plan. */
  readonly own: boolean;
}

/**
 * The register of defences: those of the plan in its order, then those that were added.
 * @param db null where nothing was written yet: what the plan that ships with the program says
 */
export function defencesOf(db: ReadableDb | null, now: number): Defence[] {
  const plan = db === null ? defaultPlan : planOfCase(db).plan;
  const zone = db === null ? 'UTC' : zoneOf(db);
  const titleOfRole = new Map(plan.roles.map(({ id, title }) => [id, title]));
  const said = db === null ? new Map<string, Entry>() : saidOfDefences(db);
  const planned = plan.defences.map((one) => ({
    id: one.id,
    title: one.title,
    text: one.text ?? '',
    owner: one.role === undefined ? '' : (titleOfRole.get(one.role) ?? ''),
    everyDays: one.every_days ?? null,
    own: false,
  }));
  const ids = new Set(planned.map(({ id }) => id));
  const added = [...said].flatMap(([id, entry]) =>
    ids.has(id)
      ? []
      : [{ id, title: textField(entry, 'title') ?? '', text: '', owner: '', everyDays: null, own: true }],
  );
  return [...planned, ...added].flatMap((one) => {
    const entry = said.get(one.id);
    if (entry?.fields['removed'] === true) return [];
    const everyDays =
      entry === undefined ? one.everyDays : (numberField(entry, 'every_days') ?? one.everyDays);
    const { last, next } = db === null ? UNCHECKED : lastCheck(db, one.id);
    const due = last === null ? null : (next ?? nextCheck(Date.parse(last.at), everyDays, zone));
    return [
      {
        ...one,
        title: (entry === undefined ? undefined : textField(entry, 'title')) ?? one.title,
        owner: (entry === undefined ? undefined : textField(entry, 'owner')) ?? one.owner,
        reports: (entry === undefined ? undefined : textField(entry, 'reports')) ?? '',
        note: (entry === undefined ? undefined : textField(entry, 'note')) ?? '',
        everyDays: everyDays === 0 ? null : everyDays,
        last,
        due,
        state: last === null ? ('never' as const) : dueState(due, now),
      },
    ];
  });
}

/** The last word on each, by its id. */
const saidOfDefences = (db: ReadableDb): Map<string, Entry> =>
  new Map(
    standingUnder(db, 'defence/').map(
      ({ slot, entry }) => [slot.slice('defence/'.length), entryWithId(db, entry)] as const,
    ),
  );

const UNCHECKED = { last: null, next: null };

function lastCheck(db: ReadableDb, id: string): { last: Checked | null; next: string | null } {
  const entry = standingIn(db, `defence-check/${id}`)
    .toSorted((a, b) => happenedAt(a) - happenedAt(b))
    .at(-1);
  if (entry === undefined) return { last: null, next: null };
  const file = objectField(entry, 'file');
  const last = {
    entry: entry.id,
    at: utcIso(happenedAt(entry)),
    result: textField(entry, 'result') === 'problem' ? ('problem' as const) : ('good' as const),
    note: textField(entry, 'note') ?? '',
    by: textField(entry, 'by') ?? '',
    file:
      file === undefined
        ? null
        : {
            name: textIn(file, 'name'),
            size: Number(file['size']),
            sha256: textIn(file, 'sha256'),
          },
  };
  return { last, next: textField(entry, 'next') ?? null };
}

export interface NewDefence {
  /** Id or title of one that is there, or the title of a new one. */
  readonly defence: string;
  readonly title: Given;
  readonly owner: Given;
  readonly reports: Given;
  readonly note: Given;
  /** 0 = without an interval. */
  readonly everyDays: number | undefined;
  readonly removed: boolean | undefined;
}

/**
 * Says something of a layer of defence, adds one, or takes one out of the register; what is not given stays.
 * @throws CaseError `wrong-use`
 */
export function setDefence(session: WritingSession, given: NewDefence): Entry {
  const all = defencesOf(session.db, session.clock.now());
  const known = meant(all, given.defence);
  if (known === undefined && given.removed === true) throw unknownDefence(given.defence, all);
  const days = given.everyDays;
  if (days !== undefined && (!Number.isSafeInteger(days) || days < 0 || days > 3660)) {
    throw new CaseError('wrong-use', { reason: 'The days between two checks are a number from 1 to 3660.' });
  }
  const title = required(
    saidAnew(given.title, known?.title ?? given.defence.trim()),
    'A layer of defence has a title.',
  );
  const taken = new Set([
    ...all.map(({ id }) => id),
    ...planOfCase(session.db).plan.defences.map(({ id }) => id),
    ...standingUnder(session.db, 'defence/').map(({ slot }) => slot.slice('defence/'.length)),
  ]);
  return step(session, () =>
    append(session, 'defence', {
      defence: known?.id ?? slugOf(title, taken, 'defence'),
      title,
      owner: saidAnew(given.owner, known?.owner),
      reports: saidAnew(given.reports, known?.reports),
      note: saidAnew(given.note, known?.note),
      every_days: days ?? known?.everyDays ?? undefined,
      removed: given.removed === true ? true : undefined,
    }),
  );
}

export interface NewCheck {
  readonly defence: string;
  readonly result: 'good' | 'problem';
  readonly note: string | undefined;
  readonly by: string | undefined;
  readonly file: FieldsOf<'defence-check'>['file'];
  /** When it is due next, as typed: up to the end of that day. */
  readonly next: string | undefined;
  readonly at: string | undefined;
  readonly zone: string | undefined;
}

/**
 * Records that a layer of defence was checked.
 * @throws CaseError `wrong-use` for one that is not there, a problem without a word about it, or a check in the future;
 * the time errors of `understandTime`
 */
export function recordCheck(session: WritingSession, given: NewCheck): Entry {
  const now = session.clock.now();
  const all = defencesOf(session.db, now);
  const known = meant(all, given.defence);
  if (known === undefined) throw unknownDefence(given.defence, all);
  if (given.result === 'problem' && (given.note ?? '').trim() === '') {
    throw new CaseError('wrong-use', { reason: 'Say in a note what the problem is.', cli: 'Give --note.' });
  }
  const occurred = timeGiven(session, given.at ?? 'now', given.zone);
  if (Date.parse(occurred.utc) > session.clock.now()) {
    throw new CaseError('wrong-use', { reason: 'A check cannot have been made in the future.' });
  }
  const next = given.next === undefined ? undefined : timeGiven(session, given.next, given.zone);
  return step(session, () =>
    append(session, 'defence-check', {
      defence: known.id,
      title: known.title,
      result: given.result,
      note: saidAnew(given.note, undefined),
      by: saidAnew(given.by, undefined),
      file: given.file,
      next: next === undefined ? undefined : utcIso(lastOfDay(next.zone, Date.parse(next.utc))),
      occurred,
    }),
  );
}

const unknownDefence = (typed: string, all: readonly Defence[]): CaseError =>
  new CaseError('wrong-use', {
    reason: `There is no layer of defence “${typed}”. There are ${all.map(({ id }) => id).join(', ')}.`,
  });
