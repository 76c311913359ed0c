import { defineConfig } from '@playwright/test';
import { leftOut } from './scripts/test/long-tests.ts';
import { hasScreen } from './scripts/test/screen.ts';

const full = process.env.HOLDFAST_TEST_SCALE === 'full';

/** Tests in the real window. Each launches its own Electron with its own profile: test/e2e/fixtures/launch.ts. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // A window waits for its test half of the time. On a person's own screen they would fight for the focus.
  workers: hasScreen() ? 1 : 3,
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  // An end where it hangs, on a machine that does other things as well.
  timeout: full ? 900_000 : 300_000,
  // How fast things are is measured by the bench; a machine that pauses for some seconds breaks no promise.
  expect: { timeout: 20_000 },
  // A trace costs a quarter of the time of every test; where one fails, `--trace on` shows more than its picture.
  use: { screenshot: 'only-on-failure' },
  projects: [
    { name: 'e2e', testIgnore: leftOut() },
    // `npm run pictures -- DIR`: not tests of behaviour, so they run only when asked for.
    { name: 'pictures', testDir: 'test/pictures' },
  ],
});
