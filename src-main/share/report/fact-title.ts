import type { Plan } from '../../domain/plan/plan.ts';

/** What people call the facts that every incident has to answer. */
const TITLES: Readonly<Record<string, string>> = {
  zone: 'Time zone',
  detected: 'Noticed',
  'first-seen': 'First seen',
  'detection-source': 'Noticed by',
  'discovered-by': 'Found by',
  discovered: 'What was found',
  'done-to-server': 'Done to the server since',
  occurred: 'Began',
  suspected: 'Suspected',
  contained: 'Contained',
  eradicated: 'Eradicated',
  penetrated: 'Was a system penetrated?',
  'data-reached': 'Was data reached?',
  extent: 'Extent',
  severity: 'Severity',
  ended: 'The incident ended',
  'where-we-are': 'Where we are, for the owner',
  'seller-id': 'Seller id',
};

/** What a fact is called: the question of the plan that it answers, or its name in words. */
export function factTitle(name: string, plan: Plan): string {
  const asked = plan.sources.flatMap(({ questions }) => questions).find(({ id }) => id === name);
  const words = name.replaceAll('-', ' ');
  return asked?.title ?? TITLES[name] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
