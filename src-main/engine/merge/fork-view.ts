import type { Compared } from '../../contract/merge.ts';
import type { Fork } from '../../domain/forks.ts';

/** Forks as people and scripts see them. */
export const forkViews = (forks: readonly Fork[]): Compared['forks'] =>
  forks.map(({ writer: both, n, waiting }) => {
    const [author = '', writer = ''] = both.split('/');
    return { author, writer, n, entries: waiting.length };
  });
