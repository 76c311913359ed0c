const folded = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('en');

/** Whether two names as people type them mean one person: letter case, spaces and width do not count. */
export const sameName = (a: string, b: string): boolean => folded(a) === folded(b);
