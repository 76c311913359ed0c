import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../build/ensure.ts';
import { announce, electronRuntime } from '../electron-runtime.ts';
import { electronPackages, ensurePackages, testPackages } from '../debian/packages.ts';
import { root } from '../paths.ts';
import { exec, tool, type Result } from '../process.ts';
import { outcomeOf } from './reports.ts';
import { asCheck, none, type Outcome, type Step } from './step.ts';

/** Another command of ours, as a check. */
function command(name: string): Step {
  const program = join(root, 'scripts', 'run.mjs');
  return {
    name,
    run: async (patterns) =>
      asCheck(await exec(process.execPath, [program, name, ...patterns], { capture: true })),
  };
}

async function withReport(
  runner: 'vitest' | 'playwright',
  run: (report: string) => Promise<Result>,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-report-'));
  try {
    const report = join(folder, 'report.json');
    return outcomeOf(runner, report, await run(report));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A build that succeeds is no test; one that fails is a failure. */
const build: Step = {
  name: 'build',
  run: async () => ({ ...(await command('build').run([])), passed: 0 }),
};

const hasTests = (pattern: string): boolean => globSync(pattern, { cwd: root }).length > 0;

function vitest(name: string): Step {
  return {
    name,
    run: async (patterns) => {
      if (!hasTests(`test/${name}/**/*.test.{ts,tsx}`)) return { ...none, report: '' };
      // Integration tests run the programs in dist/.
      if (name === 'integration') await ensureBuilt(['main']);
      return withReport('vitest', async (report) =>
        tool(
          'vitest',
          [
            'run',
            '--project',
            name,
            '--reporter=default',
            '--reporter=json',
            `--outputFile.json=${report}`,
            ...patterns,
          ],
          { capture: true, env: { ...process.env, NO_COLOR: '1' } },
        ),
      );
    },
  };
}

/** Runs Playwright in real windows; each of its workers has a screen (test/e2e/fixtures/screen.ts). */
export const playwright = async (
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  capture: boolean,
): Promise<Result> => tool('playwright', ['test', ...args], { capture, env });

/** What a window needs before a test can open one. */
export async function ensureWindow(): Promise<void> {
  await ensureBuilt(['main', 'renderer']);
  await ensurePackages([...electronPackages, ...testPackages]);
  announce(await electronRuntime());
}

const e2e: Step = {
  name: 'e2e',
  run: async (patterns) => {
    if (!hasTests('test/e2e/**/*.spec.ts')) return { ...none, report: '' };
    await ensureWindow();
    return withReport('playwright', async (report) =>
      playwright(
        ['--project=e2e', '--reporter=line,json', ...patterns],
        {
          ...process.env,
          NO_COLOR: '1',
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        },
        true,
      ),
    );
  },
};

/** In the order of `npm test`: what is quick and breaks often comes first. */
export const steps: readonly Step[] = [
  command('types'),
  command('lint'),
  command('unused'),
  build,
  vitest('unit'),
  vitest('structure'),
  vitest('integration'),
  e2e,
];
