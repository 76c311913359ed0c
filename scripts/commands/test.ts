import { say, seconds } from '../bootstrap/say.mjs';
import { electronPackages, ensurePackages, testPackages } from '../debian/packages.ts';
import { electronRuntime } from '../electron-runtime.ts';
import { LONG, longTests } from '../test/long-tests.ts';
import { add, none, type Outcome, type Step } from '../test/step.ts';
import { steps } from '../test/steps.ts';

/** What the person set for their own Holdfast must not reach the tests, nor a test their profile. */
function cleanEnvironment(full: boolean, all: boolean): void {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('HOLDFAST_') && !['HOLDFAST_CACHE', 'HOLDFAST_ELECTRON'].includes(name)) {
      delete process.env[name];
    }
  }
  process.env.HOLDFAST_TEST_SCALE = full ? 'full' : 'small';
  process.env[LONG] = all ? 'run' : 'left-out';
}

async function runStep(step: Step, patterns: readonly string[]): Promise<Outcome> {
  try {
    return await step.run(patterns);
  } catch (error) {
    return {
      ...none,
      failed: 1,
      report: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

function summary({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * `npm test`, `npm test -- --all`, `npm test -- STEP… PATTERN…`, `npm run test:full`. Ends with the line
 * `N passed, N failed`.
 */
export async function run(args: readonly string[]): Promise<void> {
  const wanted = args.filter((arg) => !['--full', '--all'].includes(arg));
  const full = args.includes('--full');
  // Whoever names what is to run gets all of it.
  const all = full || args.includes('--all') || wanted.length > 0;
  cleanEnvironment(full, all);
  const chosen = steps.filter(({ name }) => wanted.includes(name));
  const patterns = wanted.filter((arg) => !steps.some(({ name }) => name === arg));
  if (patterns.length > 0 && chosen.length === 0) {
    say(`a pattern narrows one of these: npm test -- ${steps.map(({ name }) => name).join('|')} PATTERN`);
  }
  const toRun = chosen.length === 0 ? steps : chosen;
  const needsWindow = toRun.some(({ name }) => name === 'e2e');
  await ensurePackages(needsWindow ? [...electronPackages, ...testPackages] : testPackages);
  // Minutes on a fresh machine, beside the first checks; what goes wrong is said by the step that needs it.
  if (needsWindow && toRun.length > 1) void electronRuntime().catch(() => undefined);
  let total: Outcome = { ...none, report: '' };
  for (const step of toRun) {
    const start = Date.now();
    if (process.stdout.isTTY) process.stdout.write(`${step.name} …\r`);
    const outcome = await runStep(step, chosen.length === 0 ? [] : patterns);
    if (outcome.report !== '') process.stdout.write(`\n${outcome.report.trimEnd()}\n\n`);
    process.stdout.write(`${step.name.padEnd(12)} ${summary(outcome).padEnd(36)} ${seconds(start)}\n`);
    total = { ...add(total, outcome), report: '' };
  }
  if (!all) {
    say(`${longTests.length} files of long tests were left out: npm test -- --all runs them, too`);
  }
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
  process.stdout.write(`\n${summary(total)}\n`);
}
