import type { Plan } from '../plan.ts';

export const preparation: Plan['phases'][number] = {
  id: 'preparation',
  title: 'Preparation',
  steps: [
    {
      id: 'prepare-organisation',
      title: 'Organisation, sites and servers are written down',
      text: 'Legal and trading name, seller or developer id of the marketplace, sites, servers with their role and the host’s reference.',
      role: 'role-owner',
    },
    {
      id: 'prepare-team',
      title: 'Team with telephone numbers and alternates',
      text: 'It must be readable when the servers are down.',
      role: 'role-owner',
    },
    {
      id: 'prepare-defences',
      title: 'Layers of defence are checked, each by its date',
      text: 'Each with an owner, last checked, due next, and where its reports go.',
      role: 'role-web-developer',
    },
    {
      id: 'prepare-findings',
      title: 'Findings of scans are mended or accepted',
      role: 'role-web-developer',
    },
    {
      id: 'prepare-log-review',
      title: 'Traffic logs are read by hand for unusual patterns',
      text: 'A review outside an incident is a record, too.',
      role: 'role-web-developer',
    },
    {
      id: 'prepare-grab-sheet',
      title: 'The grab sheet is printed',
      text: 'One page with the team, telephone numbers and first steps, because the place where the plan lies may be down.',
      role: 'role-owner',
    },
    {
      id: 'prepare-approval',
      title: 'The plan is approved, and reviewed every six months',
      role: 'role-owner',
    },
  ],
  gate: [],
};
