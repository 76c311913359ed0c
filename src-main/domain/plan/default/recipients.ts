import type { Plan } from '../plan.ts';

const OTHERS =
  'Customers and authorities are not told in Amazon’s name, and not about Amazon, without its consent.';

/** What everybody is told of what is known, without a person’s name. */
const KNOWN = [
  'It was noticed on {detected}{source}. {discovered}',
  'What has been done: {done}',
  'Whether a system was penetrated: {penetrated}. Whether data was reached: {data-reached}. How far it reaches: {extent}',
];
const LATER = 'We write again as soon as we know more.';
const CONTACT = 'Contact for this incident: {contact}';

/** For everybody for whom a plan has no text of its own. */
export const generalMessage = {
  subject: 'Security incident at {organisation}, noticed {detected-day}',
  body: ['Good day,', 'we report a security incident at {organisation}.', ...KNOWN, LATER, CONTACT],
} as const;

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
      'we report a security incident at {organisation}, seller id {seller-id}.',
      'It was detected on {detected}{source}. {discovered}',
      'What has been done: {done}',
      'Whether a system was penetrated: {penetrated}. Whether data was reached: {data-reached}. How far it reaches: {extent}',
      LATER,
      CONTACT,
    ],
  },
  {
    id: 'host',
    title: 'Hosting company',
    need: 'always',
    role: 'role-web-developer',
    subject: 'Security incident on servers of {organisation}: keep logs and backups',
    body: [
      'Dear security team,',
      'there is a security incident on servers of {organisation} that you host.',
      ...KNOWN,
      'We ask you to keep all logs, snapshots and backups from now on, to stop their rotation, and to tell us what you see in firewall and usage.',
      CONTACT,
    ],
  },
  {
    id: 'acquirer',
    title: 'Bank or acquirer',
    need: 'if-needed',
    role: 'role-owner',
    remark: OTHERS,
    subject: 'Security incident at {organisation}, noticed {detected-day}',
    body: [
      'Good day,',
      'we report a security incident at {organisation}, because payments run through it.',
      ...KNOWN,
      'We ask you which steps you want from us, and whom we talk to.',
      CONTACT,
    ],
  },
  {
    id: 'insurer',
    title: 'Insurer',
    need: 'if-needed',
    role: 'role-owner',
    remark: 'Look up how soon the policy asks to be told, and write that span into the plan.',
    subject: 'Notice of a security incident at {organisation}',
    body: [
      'Dear claims team,',
      'we give notice of a security incident at {organisation} under our policy.',
      ...KNOWN,
      'We ask you to tell us what we have to observe, and before which costs you want to be asked.',
      CONTACT,
    ],
  },
  {
    id: 'customers',
    title: 'Customers',
    need: 'if-needed',
    role: 'role-owner',
    remark: OTHERS,
    subject: 'A security incident at {organisation}',
    body: [
      'Dear customer,',
      'there was a security incident at {organisation}. We tell you what is known, and nothing else.',
      'It was noticed on {detected}. Whether data was reached: {data-reached}. How far it reaches: {extent}',
      'What has been done: {done}',
      LATER,
      'If you have questions: {contact}',
    ],
  },
  {
    id: 'regulator',
    title: 'Regulator',
    need: 'if-needed',
    role: 'role-owner',
    remark: OTHERS,
    subject: 'Notification of a security incident at {organisation}',
    body: [
      'Good day,',
      '{organisation} notifies you of a security incident that concerns personal data.',
      ...KNOWN,
      'What is not known yet we hand in later.',
      CONTACT,
    ],
  },
];
