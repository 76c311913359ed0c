import type { Plan } from '../plan.ts';

const OTHERS =
  'Customers and authorities are not told in Amazon’s name, and not about Amazon, without its consent.';

export const recipients: Plan['recipients'] = [
  {
    id: 'amazon',
    title: 'Amazon',
    need: 'always',
    role: 'role-owner',
    to: ['3p-security@amazon.com'],
    cc: ['security@amazon.com'],
    remark: 'Newer texts of the policy name security@amazon.com. Look the present policy up before you send.',
    subject: 'Security incident at {organisation}, detected {detected-day}',
    body: [
      'Dear Amazon security team,',
      'we report a security incident at {organisation}.',
      'It was detected on {detected}{source}. {discovered}',
      'What has been done: {done}',
      'Whether a system was penetrated: {penetrated}. Whether data was reached: {data-reached}. How far it reaches: {extent}',
      'We write again as soon as we know more.',
      'Contact for this incident: {contact}',
    ],
  },
  { id: 'host', title: 'Hosting company', need: 'always', role: 'role-web-developer' },
  { id: 'acquirer', title: 'Bank or acquirer', need: 'if-needed', role: 'role-owner', remark: OTHERS },
  {
    id: 'insurer',
    title: 'Insurer',
    need: 'if-needed',
    role: 'role-owner',
    remark: 'Look up how soon the policy asks to be told.',
  },
  { id: 'customers', title: 'Customers', need: 'if-needed', role: 'role-owner', remark: OTHERS },
  { id: 'regulator', title: 'Regulator', need: 'if-needed', role: 'role-owner', remark: OTHERS },
];
