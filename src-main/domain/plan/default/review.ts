import type { Plan } from '../plan.ts';

export const review: Plan['phases'][number] = {
  id: 'review',
  title: 'Review',
  steps: [
    {
      id: 'review-retrospective',
      title: 'Hold the retrospective within 14 days of the end',
      role: 'role-owner',
      due: { from: 'ended', minutes: 20_160 },
    },
    { id: 'review-documentation', title: 'Complete the documentation', role: 'role-web-developer' },
    { id: 'review-investigation', title: 'Decide on further investigation', role: 'role-owner' },
    {
      id: 'review-contained',
      title: 'Say what was done to contain it, and whether it worked',
      role: 'role-web-developer',
    },
    {
      id: 'review-plan',
      title: 'Say what in the plan should change',
      text: 'Each improvement with an owner and a date.',
      role: 'role-owner',
    },
  ],
  gate: [{ id: 'gate-approved', title: 'The review is approved by the owner' }],
};
