import type { Plan } from '../plan.ts';

export const identification: Plan['phases'][number] = {
  id: 'identification',
  title: 'Identification',
  steps: [
    {
      id: 'identify-discovery',
      title: 'Write down who discovered what, and when',
      text: 'Who discovered it, what was discovered, when, and whether anything was done to the server since.',
      role: 'role-web-developer',
      due: { from: 'detected', minutes: 60 },
    },
    {
      id: 'identify-host-told',
      title: 'Bring in the security team of the hosting company',
      role: 'role-web-developer',
      due: { from: 'detected', minutes: 60 },
    },
    {
      id: 'identify-owner-told',
      title: 'Tell the owner',
      text: 'Where the owner cannot be reached: who may send the notice instead? Each call that was tried is a record.',
      role: 'role-web-developer',
      due: { from: 'detected', minutes: 120 },
    },
    {
      id: 'identify-snapshot',
      title: 'Take a snapshot of the server',
      role: 'role-hosting',
      due: { from: 'detected', minutes: 120 },
    },
    {
      id: 'identify-backups',
      title: 'Keep all backups, whatever their rotation says',
      text: 'Which job was stopped, by whom, until when, and how the host confirmed it (ticket or call).',
      role: 'role-hosting',
      due: { from: 'detected', minutes: 120 },
    },
    {
      id: 'identify-logs',
      title: 'Download all logs',
      text: 'FusionReactor, Windows and IIS, and those of Cloudflare, firewall and anti-virus; of each the times that it covers, its zone and the offset of its clock.',
      role: 'role-web-developer',
      due: { from: 'detected', minutes: 240 },
    },
    {
      id: 'identify-logs-read',
      title: 'Read the logs, and write down what was found, or nothing',
      role: 'role-web-developer',
      after: ['identify-logs'],
    },
    {
      id: 'identify-retention',
      title: 'Keep all evidence for at least 90 days',
      role: 'role-owner',
    },
    {
      id: 'identify-breach',
      title: 'Decide: was a system penetrated, was data reached?',
      text: 'By named people: the web developer together with the host’s security team, with the grounds. Undecided is an answer.',
      role: 'role-web-developer',
    },
    {
      id: 'identify-extent',
      title: 'Say how far it reaches, and how severe it is',
      text: 'Systems, accounts, data, customers.',
      role: 'role-web-developer',
      after: ['identify-breach'],
    },
    {
      id: 'identify-amazon',
      title: 'Tell Amazon within 24 hours',
      role: 'role-owner',
      due: { from: 'detected', minutes: 1440 },
    },
    {
      id: 'identify-others',
      title: 'Decide who else has to be told',
      role: 'role-owner',
    },
  ],
  gate: [
    {
      id: 'gate-discovery',
      title: 'Discovery is written down',
      shown_by: { steps: ['identify-discovery'] },
    },
    {
      id: 'gate-collected',
      title: 'Snapshot, backups and logs are registered',
      shown_by: { collected: ['snapshot', 'backup', 'log'] },
    },
    {
      id: 'gate-breach',
      title: 'The two questions of a breach are answered, or undecided with grounds',
      shown_by: { facts: ['penetrated', 'data-reached'] },
    },
  ],
};
