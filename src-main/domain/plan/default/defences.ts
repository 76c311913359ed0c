import type { Plan } from '../plan.ts';

export const defences: Plan['defences'] = [
  {
    id: 'defence-cloudflare',
    title: 'Cloudflare in front of all traffic',
    text: 'Its web application firewall runs the OWASP rules: SQL injection, floods of requests, aggressive bots, malicious requests.',
    role: 'role-web-developer',
    every_days: 30,
  },
  {
    id: 'defence-patching',
    title: 'Servers are patched all the time',
    role: 'role-hosting',
    every_days: 30,
  },
  {
    id: 'defence-pci-scan',
    title: 'Monthly PCI scan',
    text: 'What it finds (weak code, outdated protocols) is a line of its own, with an owner and a date, mended or accepted.',
    role: 'role-web-developer',
    every_days: 30,
  },
  {
    id: 'defence-host-firewall',
    title: 'Perimeter firewall of the hosting company',
    text: 'With intrusion prevention and detection that looks into packets. Write down where its reports go.',
    role: 'role-hosting',
    every_days: 90,
  },
  {
    id: 'defence-antivirus',
    title: 'Anti-virus with definitions that are always new',
    role: 'role-hosting',
    every_days: 30,
  },
  {
    id: 'defence-ports',
    title: 'Every port that is not used is blocked',
    role: 'role-hosting',
    every_days: 90,
  },
];
