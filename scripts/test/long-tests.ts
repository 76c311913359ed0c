/**
 * Test files that `npm test` leaves out: its aim is twelve minutes on two small cores, and these are what takes longest.
 * `npm test -- --all`, which is what runs for each change (`.ci/run`), and `npm run test:full` run them. Paths below
 * `test/`.
 */
export const longTests = [
  'integration/bad-input/clock.test.ts',
  'integration/bad-input/evidence-sources.test.ts',
  'integration/bad-input/evidence-volumes.test.ts',
  'integration/bad-input/text.test.ts',
  'integration/evidence/compare.test.ts',
  'integration/evidence/jobs.test.ts',
  'integration/evidence/leave-out.test.ts',
  'integration/evidence/many-and-pasted.test.ts',
  'integration/evidence/resume-many.test.ts',
  'integration/evidence/resume.test.ts',
  'integration/evidence/samples.test.ts',
  'integration/faults/canary.test.ts',
  'integration/faults/disk-full.test.ts',
  'integration/faults/kill-at-each-write.test.ts',
  'integration/faults/killed-exports.test.ts',
  'integration/faults/latency.test.ts',
  'integration/faults/merge-writes.test.ts',
  'integration/faults/no-network.test.ts',
  'integration/faults/sealed-writes.test.ts',
  'integration/faults/torn-file.test.ts',
  'integration/faults/write-errors.test.ts',
  'integration/logs/kill.test.ts',
  'integration/merge/strange-copies.test.ts',
  'integration/readme/tour.test.ts',
  'integration/record/note-attach.test.ts',
  'integration/record/profile-made-at-once.test.ts',
  'integration/record/report-browsers.test.ts',
  'integration/record/timeline-import.test.ts',
  'integration/record/withheld-meanwhile.test.ts',
  'integration/scripts/kept-derivation.test.ts',
  'integration/share/copies-while-writing.test.ts',
  'integration/share/copy-kill.test.ts',
  'integration/share/copy-whole.test.ts',
  'integration/share/passwd.test.ts',
  'integration/share/standards-size.test.ts',
  'e2e/accessibility.spec.ts',
  'e2e/around-a-case.spec.ts',
  'e2e/faults/canary.spec.ts',
  'e2e/faults/kill.spec.ts',
  'e2e/faults/surroundings.spec.ts',
  'e2e/journeys/authors.spec.ts',
  'e2e/journeys/bad-input.spec.ts',
  'e2e/journeys/check-file.spec.ts',
  'e2e/journeys/corrections.spec.ts',
  'e2e/journeys/evidence-table.spec.ts',
  'e2e/journeys/log-sources.spec.ts',
  'e2e/journeys/many-exhibits.spec.ts',
  'e2e/journeys/merge-many.spec.ts',
  'e2e/journeys/notify.spec.ts',
  'e2e/journeys/one-night.spec.ts',
  'e2e/journeys/preparation.spec.ts',
  'e2e/journeys/print-cancel.spec.ts',
  'e2e/journeys/report-check.spec.ts',
  'e2e/journeys/review.spec.ts',
  'e2e/journeys/timeline-import.spec.ts',
  'e2e/journeys/whole-plan.spec.ts',
  'e2e/journeys/windows.spec.ts',
  'e2e/package/packaged.spec.ts',
  'e2e/pseudo-locale.spec.ts',
] as const;

/** Set to `left-out` by `npm test`; who runs vitest or Playwright by hand gets all that is asked for. */
export const LONG = 'HOLDFAST_TEST_LONG';

/** Globs of what is left out now, for the runners. */
export const leftOut = (): string[] =>
  process.env[LONG] === 'left-out' ? longTests.map((file) => `**/test/${file}`) : [];
