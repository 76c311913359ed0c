import type { Plan } from '../plan.ts';

const ALERT = 'An alert';
const REVIEW = 'Somebody read the logs';
const REMARK = 'Somebody said something';

/** How an incident is noticed; their ids are the values of the fact `detection-source`. */
export const sources: Plan['sources'] = [
  {
    id: 'hosting-firewall',
    title: 'Hosting company: unusual firewall activity',
    group: ALERT,
    questions: [
      { id: 'firewall-addresses', title: 'Which addresses, which ports, which server?' },
      { id: 'firewall-ticket', title: 'Which ticket, and who called?' },
    ],
  },
  {
    id: 'hosting-usage',
    title: 'Hosting company: unusually high usage',
    group: ALERT,
    questions: [
      { id: 'usage-what', title: 'Which server, and what is high: processor, memory, traffic, disk?' },
      { id: 'usage-since', title: 'Since when, and how high is it usually?' },
    ],
  },
  {
    id: 'fusionreactor',
    title: 'FusionReactor: unusual traffic',
    group: ALERT,
    questions: [
      { id: 'fusionreactor-alert', title: 'Which alert, which instance, which numbers?' },
      { id: 'fusionreactor-pages', title: 'Which pages or queries stand out?' },
    ],
  },
  {
    id: 'antivirus',
    title: 'Anti-virus',
    group: ALERT,
    questions: [
      { id: 'antivirus-what', title: 'What was found, in which file, on which server?' },
      { id: 'antivirus-done', title: 'What has it done with it: nothing, moved, removed?' },
    ],
  },
  {
    id: 'log-review',
    title: 'Own review of the logs',
    group: REVIEW,
    questions: [
      { id: 'log-review-pattern', title: 'Which log, which pattern, from when to when?' },
      { id: 'log-review-by', title: 'Who read it?' },
    ],
  },
  {
    id: 'customer',
    title: 'A customer',
    group: REMARK,
    questions: [
      { id: 'customer-data', title: 'Which data, and whose?' },
      { id: 'customer-where', title: 'Seen where, and when?' },
      { id: 'customer-contact', title: 'Who wrote, and how can they be reached?' },
    ],
  },
  {
    id: 'employee',
    title: 'An employee',
    group: REMARK,
    questions: [
      { id: 'employee-data', title: 'Which data, and whose?' },
      { id: 'employee-where', title: 'Seen where, and when?' },
      { id: 'employee-contact', title: 'Who said it, and to whom was it forwarded?' },
    ],
  },
  {
    id: 'other',
    title: 'Something else',
    group: REMARK,
    questions: [
      { id: 'other-what', title: 'What was noticed?' },
      { id: 'other-who', title: 'By whom, and how?' },
    ],
  },
];
