import type { Plan } from '../plan.ts';

export const deadlines: Plan['deadlines'] = [
  {
    id: 'amazon-notice',
    title: 'Tell Amazon',
    text: '24 hours from detection; a suspicion is enough to start it.',
    starts: ['detected', 'suspected'],
    span: { hours: 24 },
    met: { notice: 'amazon' },
  },
  {
    id: 'insurer-notice',
    title: 'Tell the insurer',
    text: 'Runs once it is decided that the insurer is told. 72 hours stand here until somebody has looked into the policy: change it in the plan.',
    starts: ['detected', 'suspected'],
    span: { hours: 72 },
    met: { notice: 'insurer' },
  },
  {
    id: 'regulator-notice',
    title: 'Tell the regulator',
    text: 'Runs once it is decided that the regulator is told. 72 hours are usual where personal data is concerned: look up the law that applies.',
    starts: ['detected', 'suspected'],
    span: { hours: 72 },
    met: { notice: 'regulator' },
  },
  {
    id: 'review-due',
    title: 'Review',
    text: 'Within 14 days of the end of the incident.',
    starts: ['ended'],
    span: { days: 14 },
    met: { review: 'approved' },
  },
];
