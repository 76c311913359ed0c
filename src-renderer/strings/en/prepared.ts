/** What is prepared on this laptop, beside an open case. */
export const prepared = {
  title: 'Preparation',
  hint: 'of this laptop, to read; it is changed from the start page, with no case open',
  team: 'Team',
  organisation: 'Organisation',
  server: (name: string, role: string, reference: string) =>
    [name, role, reference].filter((part) => part !== '').join(', '),
  defences: 'Defences',
  plan: 'Plan for new cases',
  planNow: (title: string, version: number) => `${title}, version ${version}`,
  planOfCase: 'This case keeps the plan that it was begun with.',
  notApproved: 'not approved',
  none: 'Nothing is prepared on this laptop yet.',
  ownOne: 'What this case took from the preparation of the laptop where it began stands among its facts.',
  facts: 'To the facts',
  openTeam: 'Team and numbers',
} as const;
