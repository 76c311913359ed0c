import { randomInt } from 'node:crypto';
import { type Random, random } from './random.ts';

/** A seed of its own for each run, printed so that the run can be repeated with HOLDFAST_TEST_SEED. */
export function seeded(what: string): Random {
  const seed = Number(process.env.HOLDFAST_TEST_SEED ?? randomInt(1_000_000));
  say(`${what}: seed ${seed} (HOLDFAST_TEST_SEED repeats it)`);
  return random(seed);
}

/** One line in the test's output, for figures that a person should see. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);
