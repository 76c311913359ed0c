import { isoDate } from '../../domain/time/iso-date.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { ReadableDb } from '../../store/db.ts';
import { zoneOf } from '../case-facts.ts';
import type { FirstFact } from '../intake.ts';
import { type Organisation, organisationOf } from './organisation.ts';
import { type Approval, planToCopy } from './prepared-plan.ts';
import { type Member, teamOf } from './team.ts';

/** What a new case takes from the preparation: its plan, and what notices and reports need to know. */
export interface Prepared {
  readonly plan: Plan;
  readonly facts: readonly FirstFact[];
}

export function preparedFor(db: ReadableDb): Prepared {
  const { plan, approval } = planToCopy(db);
  const organisation = organisationOf(db);
  const team = teamOf(db);
  const roles = new Map(plan.roles.map(({ id, title }) => [id, title]));
  const contact = team.find((member) => member.contact);
  const said: readonly FirstFact[] = [
    { name: 'plan', value: planWords(plan, approval, zoneOf(db)) },
    { name: 'organisation', value: nameOf(organisation) },
    { name: 'seller-id', value: organisation.sellerId },
    { name: 'sites', value: organisation.sites.join(', ') },
    { name: 'servers', value: serversText(organisation) },
    {
      name: 'contact',
      value: contact === undefined ? '' : memberText({ ...contact, contact: false }, roles),
    },
    { name: 'team', value: team.map((member) => memberText(member, roles)).join('; ') },
  ];
  return { plan, facts: said.filter(({ value }) => value !== '') };
}

/** `Small web shop, version 3, approved by Owner on 2026-09-02 (Europe/Berlin)`. */
export function planWords(plan: Plan, approval: Approval | null, zone: string): string {
  const name = `${plan.title}, version ${plan.version}`;
  return approval === null
    ? `${name}, not approved`
    : `${name}, approved by ${approval.by} on ${isoDate(approval.at, zone)} (${zone})`;
}

const nameOf = ({ legalName, tradingName }: Organisation): string =>
  legalName !== '' && tradingName !== '' && legalName !== tradingName
    ? `${legalName} (${tradingName})`
    : legalName || tradingName;

const serversText = ({ servers }: Organisation): string =>
  servers
    .map(({ name, role, reference }) => [name, ...[role, reference].filter((part) => part !== '')].join(', '))
    .join('; ');

/** `Ada (Web developer), +49 30 5550, out of hours +49 171, ada@example.org`. */
function memberText(member: Member, roles: ReadonlyMap<string, string>): string {
  const role = [
    roles.get(member.role) ?? '',
    member.alternate ? 'alternate' : '',
    member.contact ? 'incident point of contact' : '',
  ].filter((part) => part !== '');
  return [
    role.length === 0 ? member.name : `${member.name} (${role.join(', ')})`,
    member.phone,
    member.outOfHours === '' ? '' : `out of hours ${member.outOfHours}`,
    member.email,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
