import type { Plan } from '../plan.ts';

export const containment: Plan['phases'][number] = {
  id: 'containment',
  title: 'Containment',
  steps: [
    {
      id: 'contain-block',
      title: 'Block or restrict with Cloudflare or the local firewall',
      role: 'role-web-developer',
      due: { from: 'phase', minutes: 60 },
    },
    {
      id: 'contain-isolate',
      title: 'Isolate: take the server off the network',
      role: 'role-hosting',
      due: { from: 'phase', minutes: 60 },
    },
    {
      id: 'contain-accounts',
      title: 'Restrict user accounts',
      role: 'role-hosting',
      due: { from: 'phase', minutes: 120 },
    },
    {
      id: 'contain-local',
      title: 'Allow local users only',
      role: 'role-hosting',
      due: { from: 'phase', minutes: 120 },
    },
    {
      id: 'contain-worked',
      title: 'Look whether it worked',
      role: 'role-web-developer',
    },
  ],
  gate: [
    { id: 'gate-unreachable', title: 'The attack cannot reach the server any more' },
    {
      id: 'gate-accounts',
      title: 'Accounts that were or may be in wrong hands are restricted',
      shown_by: { steps: ['contain-accounts'] },
    },
    {
      id: 'gate-hashed',
      title: 'What eradication will change is collected and hashed',
      shown_by: { collected: ['snapshot', 'backup', 'log'] },
    },
  ],
};

export const containmentActions: Plan['actions'] = [
  {
    id: 'act-cloudflare',
    title: 'Cloudflare rule or restriction',
    phase: 'containment',
    undo: 'Switch the rule off',
  },
  { id: 'act-firewall', title: 'Rule of the local firewall', phase: 'containment', undo: 'Remove the rule' },
  {
    id: 'act-off-network',
    title: 'Take a server off the network',
    text: 'Open connections end; what is in memory stays.',
    phase: 'containment',
    undo: 'Connect it again',
  },
  {
    id: 'act-accounts',
    title: 'Restrict user accounts',
    phase: 'containment',
    undo: 'Enable the accounts again',
  },
  {
    id: 'act-local-users',
    title: 'Allow local users only',
    phase: 'containment',
    undo: 'Allow remote sign-in again',
  },
  {
    id: 'act-restart',
    title: 'Restart a server or a service',
    text: 'What is in memory and open connections are lost.',
    phase: 'containment',
    destroys: true,
  },
];
