import type { Result } from '../process.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

export interface Outcome extends Counts {
  /** What a person needs to see of a failure; empty when there is none. */
  readonly report: string;
}

/** A part of `npm test`. `patterns` are what came after its name on the command line. */
export interface Step {
  readonly name: string;
  run(patterns: readonly string[]): Promise<Outcome>;
}

/** A command whose exit status is the check. */
export function asCheck({ status, output }: Result): Outcome {
  return status === 0 ? { ...none, passed: 1, report: '' } : { ...none, failed: 1, report: output };
}
