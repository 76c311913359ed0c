import type { Plan } from '../plan.ts';

export const eradication: Plan['phases'][number] = {
  id: 'eradication',
  title: 'Eradication',
  steps: [
    {
      id: 'eradicate-server',
      title: 'Clean or replace the infected server',
      role: 'role-hosting',
      destroys: true,
    },
    {
      id: 'eradicate-code',
      title: 'Rewrite vulnerable code, and test it again',
      text: 'Done with a note of the test, or the reason why there is none.',
      role: 'role-web-developer',
    },
    {
      id: 'eradicate-software',
      title: 'Update or replace compromised software',
      role: 'role-hosting',
      destroys: true,
    },
    {
      id: 'eradicate-proof',
      title: 'Each with a proof: a note, evidence, a test',
      role: 'role-web-developer',
    },
    { id: 'eradicate-end', title: 'Say when the incident ended, and who decided it', role: 'role-owner' },
  ],
  gate: [
    {
      id: 'gate-clean',
      title: 'What was infected is clean or replaced',
      shown_by: { steps: ['eradicate-server'] },
    },
    { id: 'gate-closed', title: 'The way in is closed and was tested' },
    {
      id: 'gate-ended',
      title: 'The end of the incident is decided',
      shown_by: { facts: ['ended'] },
    },
  ],
};

export const eradicationActions: Plan['actions'] = [
  {
    id: 'act-clean',
    title: 'Clean a server',
    phase: 'eradication',
    destroys: true,
    undo: 'Restore the snapshot',
  },
  { id: 'act-replace', title: 'Replace or rebuild a server', phase: 'eradication', destroys: true },
  {
    id: 'act-code',
    title: 'Rewrite code and test it again',
    phase: 'eradication',
    retest: true,
    undo: 'Put the old version back',
  },
  {
    id: 'act-software',
    title: 'Update or replace software',
    phase: 'eradication',
    destroys: true,
    undo: 'Install the old version',
  },
  { id: 'act-revert', title: 'Go back to a backup or snapshot', phase: 'eradication', destroys: true },
];
