import { expect, test, vi } from 'vitest';
import { watchJobs } from '../../../src-main/shell/watch-jobs.ts';

const started = (job: string) => ({ ok: true, data: { job } }) as const;
const ended = (job: string) => ({ ok: true, job, kind: 'evidence.add', result: null }) as const;

test('a job runs from its answer to its end, whichever comes first', () => {
  const jobs = watchJobs();
  expect(jobs.none()).toBe(true);
  jobs.answered(started('1'));
  jobs.heard('job.ended', ended('2'));
  jobs.answered(started('2'));
  expect(jobs.none()).toBe(false);
  jobs.heard('job.ended', ended('1'));
  expect(jobs.none()).toBe(true);
});

test('an engine that is gone has no jobs, and other answers are none', () => {
  const jobs = watchJobs();
  jobs.answered({ ok: true, data: {} });
  jobs.answered({ ok: false, error: { code: 'bug', message: '', details: { job: '9' } } });
  expect(jobs.none()).toBe(true);
  jobs.answered(started('1'));
  jobs.gone();
  expect(jobs.none()).toBe(true);
});

test('an end is told with its outcome and how long it took; a lock ends jobs silently, a crash does not', () => {
  const told = vi.fn<(outcome: string, took: number) => void>();
  const jobs = watchJobs(told);
  const outcomes = (): string[] => told.mock.calls.map(([outcome]) => outcome);
  const failed = (job: string, code: string) =>
    ({ ok: false, job, kind: 'evidence.add', error: { code, message: '', details: {} } }) as const;
  for (const job of ['1', '2', '3', '4']) jobs.answered(started(job));
  jobs.heard('job.ended', ended('1'));
  jobs.heard('job.ended', failed('2', 'disk-full'));
  jobs.heard('job.ended', failed('3', 'cancelled'));
  // Before its answer: too short to be told.
  jobs.heard('job.ended', ended('5'));
  expect(outcomes()).toEqual(['done', 'failed', 'cancelled']);
  jobs.gone();
  expect(outcomes()).toHaveLength(3);
  jobs.answered(started('6'));
  jobs.broken();
  expect(outcomes()).toEqual(['done', 'failed', 'cancelled', 'failed']);
  expect(told.mock.calls.every(([, took]) => took >= 0)).toBe(true);
});
