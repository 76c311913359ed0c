import { say, seconds } from '../bootstrap/say.mjs';
import { electronPackages, ensurePackages, testPackages } from '../debian/packages.ts';
import { add, none, type Outcome, type Step } from '../test/step.ts';
import { steps } from '../test/steps.ts';

/** What the person set for their own Holdfast must not reach the tests, nor a test their profile. */
function cleanEnvironment(full: boolean): void {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('HOLDFAST_') && !['HOLDFAST_CACHE', 'HOLDFAST_ELECTRON'].includes(name)) {
      delete process.env[name];
    }
  }
  process.env.HOLDFAST_TEST_SCALE = full ? 'full' : 'small';
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

/** `npm test`, `npm test -- STEP… PATTERN…`, `npm run test:full`. Ends with the line `N passed, N failed`. */
export async function run(args: readonly string[]): Promise<void> {
  const wanted = args.filter((arg) => arg !== '--full');
  cleanEnvironment(wanted.length !== args.length);
  const chosen = steps.filter(({ name }) => wanted.includes(name));
  const patterns = wanted.filter((arg) => !steps.some(({ name }) => name === arg));
  if (patterns.length > 0 && chosen.length === 0) {
    say(`a pattern narrows one of these: npm test -- ${steps.map(({ name }) => name).join('|')} PATTERN`);
  }
  const toRun = chosen.length === 0 ? steps : chosen;
  const needsWindow = toRun.some(({ name }) => name === 'e2e');
  await ensurePackages(needsWindow ? [...electronPackages, ...testPackages] : testPackages);
  let total: Outcome = { ...none, report: '' };
  const take = async (step: Step): Promise<void> => {
    const start = Date.now();
    const outcome = await runStep(step, chosen.length === 0 ? [] : patterns);
    if (outcome.report !== '') process.stdout.write(`\n${outcome.report.trimEnd()}\n\n`);
    process.stdout.write(`${step.name.padEnd(12)} ${summary(outcome).padEnd(36)} ${seconds(start)}\n`);
    total = { ...add(total, outcome), report: '' };
  };
  const windows = toRun.find(({ name }) => name === 'e2e');
  const others = toRun.filter((step) => step !== windows);
  const built = others.findIndex(({ name }) => name === 'build') + 1;
  for (const step of others.slice(0, built)) await take(step);
  // Windows wait for what is shown, and files for the disk: beside each other they keep two small cores busy. What windows
  // need takes minutes on a fresh machine.
  const beside = windows === undefined ? Promise.resolve() : take(windows);
  for (const step of others.slice(built)) await take(step);
  await beside;
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
  process.stdout.write(`\n${summary(total)}\n`);
}
