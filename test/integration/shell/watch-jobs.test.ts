import { expect, test } from 'vitest';
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
