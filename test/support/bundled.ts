import { join } from 'node:path';
import { DERIVED } from './kept-derivation.ts';

/** Names the folder with the bundles of this run (`bundle-once.ts`). */
export const BUNDLE = 'HOLDFAST_TEST_BUNDLE';

export interface Bundled {
  /** The command line as one file, as it is shipped; keys are kept where `kept` is in its environment. */
  readonly cli: string;
  /** The engine's worker threads, for `createEngine`. */
  readonly workers: { readonly folder: string; readonly extension: 'cjs' };
  /** A program of test/support/programs/. */
  program(name: string): string;
  /**
   * What one process compiled, or derived from a passphrase, the next one need not. Where all writes of a process are
   * counted, a process before it has to have kept it.
   */
  readonly kept: Readonly<Record<string, string>>;
}

function folder(): string {
  const made = process.env[BUNDLE];
  if (made === undefined) throw new Error('the programs were not bundled: run this through vitest');
  return made;
}

/** The product and the test programs, bundled once for all tests of a run. */
export const bundled: Bundled = {
  get cli() {
    return join(folder(), 'cli.cjs');
  },
  get workers() {
    return { folder: join(folder(), 'workers'), extension: 'cjs' as const };
  },
  program: (name) => join(folder(), 'programs', `${name}.cjs`),
  get kept() {
    return {
      NODE_COMPILE_CACHE: join(folder(), '..', 'compiled'),
      [DERIVED]: join(folder(), '..', 'derived'),
    };
  },
};
