import { type Entry, textField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { slugOf } from '../../domain/preparation/slug.ts';
import type { ReadableDb } from '../../store/db.ts';
import { standingUnder } from '../../store/queries/standing.ts';
import { append, step } from '../append.ts';
import type { FieldsGiven } from '../make-entry.ts';
import { entryWithId } from '../read-entry.ts';
import type { WritingSession } from '../session.ts';
import { planOfCase } from '../plan/plan-of-case.ts';
import { type Given, meant, required, saidAnew } from './said-anew.ts';

/** Somebody of the response team; a text that was not said is empty. */
export interface Member {
  readonly id: string;
  readonly name: string;
  /** Id of a role of the plan. */
  readonly role: string;
  readonly phone: string;
  readonly outOfHours: string;
  readonly email: string;
  readonly note: string;
  readonly alternate: boolean;
  /** The incident point of contact: one at most. */
  readonly contact: boolean;
}

export interface NewMember {
  /** Id or name of somebody who is there, or the name of somebody new. */
  readonly member: string;
  readonly name: Given;
  readonly role: Given;
  readonly phone: Given;
  readonly outOfHours: Given;
  readonly email: Given;
  readonly note: Given;
  readonly alternate: boolean | undefined;
  readonly contact: boolean | undefined;
  readonly removed: boolean | undefined;
}

interface Standing extends Member {
  readonly number: number;
  readonly removed: boolean;
}

/** Everybody who was ever named, in the order of the roles of the plan, alternates last. */
function everybody(db: ReadableDb): Standing[] {
  const bySlot = Map.groupBy(standingUnder(db, 'team-member/'), ({ slot }) => slot);
  return [...bySlot.values()].flatMap((rows) => {
    const row = rows.at(-1);
    if (row === undefined) return [];
    const entry = entryWithId(db, row.entry);
    const text = (name: string): string => textField(entry, name) ?? '';
    return [
      {
        id: text('member'),
        name: textField(entry, 'name') ?? '“withheld”',
        role: text('role'),
        phone: text('phone'),
        outOfHours: text('out_of_hours'),
        email: text('email'),
        note: text('note'),
        alternate: entry.fields['alternate'] === true,
        contact: entry.fields['contact'] === true,
        number: row.number,
        removed: entry.fields['removed'] === true,
      },
    ];
  });
}

const memberOf = (one: Standing, contact: boolean): Member => ({
  id: one.id,
  name: one.name,
  role: one.role,
  phone: one.phone,
  outOfHours: one.outOfHours,
  email: one.email,
  note: one.note,
  alternate: one.alternate,
  contact,
});

/** The team as it stands, in the order of the plan's roles. */
export function teamOf(db: ReadableDb): Member[] {
  const roles = planOfCase(db).plan.roles.map(({ id }) => id);
  const place = (role: string): number => (roles.includes(role) ? roles.indexOf(role) : roles.length);
  const present = everybody(db).filter(({ removed }) => !removed);
  const contact = present.filter((one) => one.contact).toSorted((a, b) => b.number - a.number)[0]?.id;
  return present
    .toSorted(
      (a, b) =>
        place(a.role) - place(b.role) ||
        Number(a.alternate) - Number(b.alternate) ||
        a.name.localeCompare(b.name),
    )
    .map((one) => memberOf(one, one.id === contact));
}

/**
 * Puts somebody on the team, says something else of them, or takes them off it; what is not given stays as it stood.
 * @throws CaseError `wrong-use` for a role that the plan does not have, and for somebody who is not there
 */
export function setMember(session: WritingSession, given: NewMember): Entry {
  const all = everybody(session.db);
  const present = all.filter(({ removed }) => !removed);
  const known = meant(
    present.map((member) => ({ ...member, title: member.name })),
    given.member,
  );
  if (known === undefined && given.removed === true) {
    throw new CaseError('wrong-use', { reason: `“${given.member}” is not on the team.` });
  }
  const { plan } = planOfCase(session.db);
  const role = saidAnew(given.role, known?.role);
  if (given.role !== undefined && role !== undefined && !plan.roles.some(({ id }) => id === role)) {
    const roles = plan.roles.map(({ id }) => id).join(', ');
    throw new CaseError('wrong-use', { reason: `The plan has no role “${role}”. It has ${roles}.` });
  }
  const name = required(
    saidAnew(given.name, known?.name ?? given.member.trim()),
    'Somebody of the team has a name.',
  );
  const taken = new Set(all.map(({ id }) => id));
  const contact = given.contact ?? known?.contact ?? false;
  const before = contact ? present.filter((one) => one.contact && one.id !== known?.id) : [];
  return step(session, () => {
    for (const one of before) append(session, 'team-member', fieldsOf({ ...one, contact: false }));
    return append(session, 'team-member', {
      member: known?.id ?? slugOf(name, taken, 'member'),
      name,
      role,
      phone: saidAnew(given.phone, known?.phone),
      out_of_hours: saidAnew(given.outOfHours, known?.outOfHours),
      email: saidAnew(given.email, known?.email),
      note: saidAnew(given.note, known?.note),
      alternate: given.alternate ?? known?.alternate ?? false,
      contact,
      removed: given.removed === true ? true : undefined,
    });
  });
}

/** Somebody as they stand. */
const fieldsOf = (member: Member): FieldsGiven<'team-member'> => ({
  member: member.id,
  name: member.name,
  role: saidAnew(undefined, member.role),
  phone: saidAnew(undefined, member.phone),
  out_of_hours: saidAnew(undefined, member.outOfHours),
  email: saidAnew(undefined, member.email),
  note: saidAnew(undefined, member.note),
  alternate: member.alternate,
  contact: member.contact,
});
