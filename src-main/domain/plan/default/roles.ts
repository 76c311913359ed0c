import type { Plan } from '../plan.ts';

export const roles: Plan['roles'] = [
  {
    id: 'role-web-developer',
    title: 'Web developer',
    text: 'First point of contact. Reads the Windows, IIS and FusionReactor logs and says whether there was a breach.',
    reach: 'by telephone, day and night',
  },
  {
    id: 'role-hosting',
    title: 'Hosting company',
    text: 'Its security team helps to investigate and to contain.',
    reach: 'security team, 24/7',
  },
  {
    id: 'role-owner',
    title: 'Owner',
    text: 'Leads what is said and done officially, and tells third parties.',
  },
];
