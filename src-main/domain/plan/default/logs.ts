import type { Plan } from '../plan.ts';

/** Logs that are wanted in every incident. */
export const logs: Plan['logs'] = [
  { id: 'log-fusionreactor', title: 'FusionReactor' },
  { id: 'log-iis', title: 'IIS' },
  { id: 'log-windows-application', title: 'Windows, Application' },
  { id: 'log-windows-security', title: 'Windows, Security' },
  { id: 'log-windows-system', title: 'Windows, System' },
  { id: 'log-cloudflare', title: 'Cloudflare' },
  { id: 'log-firewall', title: 'Firewall' },
  { id: 'log-antivirus', title: 'Anti-virus' },
];
