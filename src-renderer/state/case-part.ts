import type * as CaseLife from './case-life.ts';

let loaded: Promise<typeof CaseLife> | null = null;

async function load(): Promise<typeof CaseLife> {
  const life = await import('./case-life.ts');
  life.listenToCase();
  return life;
}

/** The state of an open case: most of the program, so it is loaded when the first screen stands. */
export async function casePart(): Promise<typeof CaseLife> {
  loaded ??= load();
  return loaded;
}
