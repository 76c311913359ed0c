import type { Defence, Finding, Preparation, TeamMember } from '../contract/preparation.ts';
import { visibleText } from '../domain/file-name.ts';
import { isoDate } from '../domain/time/iso-date.ts';
import { localTime } from './local-time.ts';

/** All of the preparation for people; each time is of its zone, which stands in the head. */
export function preparationLines(shown: Preparation): string[] {
  const { zone, organisation, team, roles, defences, findings, reviews, plan } = shown;
  const name = organisation.legalName || organisation.tradingName;
  const open = findings.filter(({ state }) => state === 'open');
  return [
    `Preparation${name === '' ? '' : ` of ${visibleText(name)}`}  (times: ${zone})`,
    ...(shown.path === null ? ['Nothing was written down yet.'] : []),
    ...(shown.olderThanSeen === null
      ? []
      : [
          `NOTICE  This file lacks ${shown.olderThanSeen.missing} entries that this device saw (${shown.olderThanSeen.seen}).`,
        ]),
    '',
    'Team',
    ...(team.length === 0 ? ['  nobody yet'] : team.map((member) => memberLine(member, roles))),
    '',
    'Defences',
    ...defences.flatMap((one) => defenceLines(one, zone)),
    '',
    `Findings: ${open.length} open of ${findings.length}`,
    ...open.map((one) => findingLine(one, zone)),
    '',
    'Reviews of logs',
    ...(reviews.length === 0
      ? ['  none yet']
      : reviews.slice(0, 10).map(({ source, from, to, found, by }) => {
          const span = `${localTime(from, zone)} to ${localTime(to, zone)}`;
          return `  ${visibleText(source)}, ${span}, by ${visibleText(by)}: ${visibleText(found ?? 'nothing was found')}`;
        })),
    '',
    'Plan',
    `  ${visibleText(plan.title)}, version ${plan.version}, ${plan.steps} steps${plan.approved ? '' : ', NOT APPROVED'}`,
    ...(plan.unusable === null ? [] : [`  ${plan.unusable}`]),
    ...(plan.approval === null
      ? []
      : [
          `  version ${plan.approval.version} approved by ${visibleText(plan.approval.by)} on ${isoDate(plan.approval.at, zone)}`,
        ]),
    ...(plan.reviewDue === null
      ? []
      : [`  to be looked at again by ${isoDate(plan.reviewDue, zone)}${LATE[plan.reviewState]}`]),
    `  new cases copy: ${visibleText(plan.copied)}`,
  ];
}

const LATE = { never: '', none: '', ok: '', soon: '  SOON', overdue: '  OVERDUE' } as const;

/** `  ada  Ada, Web developer: +49 30 5550, out of hours +49 171 (incident point of contact)`. */
export function memberLine(member: TeamMember, roles: Preparation['roles']): string {
  const role = roles.find(({ id }) => id === member.role)?.title ?? 'no role';
  return [
    `  ${member.id.padEnd(16)} ${visibleText(member.name)}, ${visibleText(role)}${member.alternate ? ', alternate' : ''}: `,
    visibleText(member.phone) || 'no telephone number',
    member.outOfHours === '' ? '' : `, out of hours ${visibleText(member.outOfHours)}`,
    member.email === '' ? '' : `, ${visibleText(member.email)}`,
    member.contact ? ' (incident point of contact)' : '',
    member.note === '' ? '' : `; ${visibleText(member.note)}`,
  ].join('');
}

/** A layer of defence in two lines. */
export function defenceLines(
  { id, title, owner, reports, last, due, state }: Defence,
  zone: string,
): string[] {
  const checked =
    last === null
      ? 'never checked'
      : `checked ${isoDate(last.at, zone)}${last.result === 'problem' ? ', A PROBLEM' : ''}${last.note === '' ? '' : `: ${visibleText(last.note)}`}${last.file === null ? '' : `; ${visibleText(last.file.name)}, sha256 ${last.file.sha256}`}`;
  return [
    `  ${id.padEnd(22)} ${visibleText(title)}${owner === '' ? '' : ` (${visibleText(owner)})`}`,
    `  ${''.padEnd(22)} ${checked}${due === null ? '' : `, due ${isoDate(due, zone)}`}${LATE[state]}${reports === '' ? '' : `; reports go to ${visibleText(reports)}`}`,
  ];
}

export function findingLine({ id, title, owner, due, state, why, late }: Finding, zone: string): string {
  return [
    `  ${id.padEnd(22)} ${visibleText(title)}: ${state}`,
    owner === '' ? '' : `, ${visibleText(owner)}`,
    due === null ? '' : `, due ${isoDate(due, zone)}${late ? '  OVERDUE' : ''}`,
    why === '' ? '' : `, because: ${visibleText(why)}`,
  ].join('');
}
