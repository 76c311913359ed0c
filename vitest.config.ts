import { defineConfig } from 'vitest/config';
import { mainConstants } from './scripts/build/constants.ts';
import { LongFirst } from './scripts/test/long-first.ts';
import { leftOut } from './scripts/test/long-tests.ts';

const full = process.env.HOLDFAST_TEST_SCALE === 'full';

/** One project per folder below test/, so that `npm test -- unit` runs one of them. */
const project = (name: string, timeout: number, globalSetup?: string, setupFiles: string[] = []) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    exclude: leftOut(),
    testTimeout: timeout,
    hookTimeout: timeout,
    setupFiles,
    ...(globalSetup === undefined ? {} : { globalSetup }),
  },
});

export default defineConfig({
  define: await mainConstants(false),
  test: {
    // Real files and programs: three at a time keep two small cores busy, because one waits for the disk.
    pool: 'forks',
    maxWorkers: 3,
    // Files that one process runs share what they import: loading it anew costs each of them seconds.
    isolate: false,
    sequence: { sequencer: LongFirst },
    projects: [
      // An end where something hangs, on a machine that does other things as well; `npm run test:full` plays more rounds.
      project('unit', full ? 120_000 : 60_000),
      project('structure', 120_000),
      // The big sizes of `npm run test:full` take minutes each.
      project('integration', full ? 1_200_000 : 120_000, './test/support/bundle-once.ts', [
        './test/support/one-derivation.ts',
      ]),
    ],
  },
});
