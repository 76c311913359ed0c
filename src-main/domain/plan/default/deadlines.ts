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
    id: 'review-due',
    title: 'Review',
    text: 'Within 14 days of the end of the incident.',
    starts: ['ended'],
    span: { days: 14 },
    met: { review: 'approved' },
  },
];
