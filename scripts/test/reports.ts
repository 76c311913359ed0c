import { readFileSync } from 'node:fs';
import type { Result } from '../process.ts';
import { none, type Counts, type Outcome } from './step.ts';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** A file that could not even be loaded has no tests, and would otherwise pass unseen. */
function countVitest(report: VitestReport): Counts {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
}

function countPlaywright({ stats, errors }: PlaywrightReport): Counts {
  return {
    passed: stats.expected,
    // A test that passes only when repeated has failed.
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

const counters = {
  vitest: (json: unknown): Counts => countVitest(json as VitestReport),
  playwright: (json: unknown): Counts => countPlaywright(json as PlaywrightReport),
};

/**
 * Counts of a runner's JSON report. A runner that crashed, wrote no report, or ended badly although no test failed,
 * counts as one failure.
 */
export function outcomeOf(runner: keyof typeof counters, reportPath: string, result: Result): Outcome {
  let counts = none;
  try {
    counts = counters[runner](JSON.parse(readFileSync(reportPath, 'utf8')));
  } catch {
    return {
      ...none,
      failed: 1,
      report: `${runner} wrote no report (status ${result.status})\n${result.output}`,
    };
  }
  if (result.status !== 0 && counts.failed === 0) counts = { ...counts, failed: 1 };
  return { ...counts, report: counts.failed === 0 ? '' : result.output };
}
