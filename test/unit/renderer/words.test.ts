import { expect, test } from 'vitest';
import type { RecordCheck } from '../../../src-main/contract/record.ts';
import { recordLook, type RecordFacts } from '../../../src-renderer/features/frame/record-state.ts';
import { moveTarget } from '../../../src-renderer/features/timeline/list-keys.ts';
import { fileSentence, jobPercent, jobSentence } from '../../../src-renderer/format/job-words.ts';

const check: RecordCheck = {
  ok: true,
  checked: { pages: 9, entries: 47, fields: 100, signatures: 47, projections: 6, evidence: 2 },
  problems: [],
  counts: {},
  head: '',
  projection: '',
  anchored: null,
  absent: 0,
  unanchored: 47,
  sentence: '',
  at: '2026-11-17T02:10:00.000Z',
};
const facts: RecordFacts = {
  check,
  running: null,
  error: null,
  entries: 47,
  changed: 0,
  zone: 'Europe/Berlin',
  now: new Date('2026-11-17T02:12:00.000Z'),
};

test('the record cell never claims more than was checked', () => {
  expect(recordLook(facts)).toEqual({
    tone: 'ok',
    title: '47 entries consistent',
    hint: 'checked 03:10 CET',
  });
  expect(recordLook({ ...facts, entries: 49 }).hint).toBe('2 since, checked 03:10 CET');
  expect(recordLook({ ...facts, check: null }).title).toBe('Not checked yet');
  expect(recordLook({ ...facts, now: new Date('2026-11-17T05:00:00.000Z') })).toMatchObject({
    tone: 'warn',
    hint: 'not checked since 03:10 CET',
  });
});

test('a problem and a changed exhibit outrank everything', () => {
  const bad = {
    ...check,
    ok: false,
    problems: [{ code: 'x', message: 'entry 31 does not fit' }],
    counts: { x: 1 },
  };
  expect(recordLook({ ...facts, check: bad, running: 20 })).toEqual({
    tone: 'danger',
    title: '1 problem found',
    hint: 'entry 31 does not fit',
  });
  expect(recordLook({ ...facts, check: bad, changed: 1 }).title).toBe('1 exhibit changed');
});

test('keys move within the list and start at its end', () => {
  expect(moveTarget('ArrowUp', -1, 10, 5)).toBe(9);
  expect(moveTarget('j', 9, 10, 5)).toBe(9);
  expect(moveTarget('PageUp', 3, 10, 5)).toBe(0);
  expect(moveTarget('Home', 3, 0, 5)).toBeNull();
  expect(moveTarget('x', 3, 10, 5)).toBeNull();
});

test('a job says what is done, how fast, and what is left', () => {
  const progress = {
    job: 'j',
    kind: 'evidence.add',
    item: 'a.log',
    unit: 'bytes',
    done: 42e6,
    total: 68e6,
    rate: 310e6,
    eta: 0.1,
  } as const;
  const job = {
    job: 'j',
    kind: 'evidence.add',
    name: 'a.log',
    progress,
    paused: false,
    cancelling: false,
  } as const;
  expect(jobSentence(job)).toBe('hashing, 42.0 MB of 68.0 MB, 310 MB/s, under 1 s left');
  expect(jobSentence({ ...job, progress: null })).toBe('waiting');
  expect(jobSentence({ ...job, paused: true })).toBe('paused, 42.0 MB of 68.0 MB');
  expect(fileSentence(job)).toBe('');
  const all = { item: 3, items: 12, done: 1e9, total: 4e9 };
  const several = { ...job, progress: { ...progress, all } };
  expect(jobSentence(several)).toBe('hashing, file 3 of 12, 1.00 GB of 4.00 GB, 310 MB/s, under 1 s left');
  expect(fileSentence(several)).toBe('this file: 42.0 MB of 68.0 MB');
  expect(jobPercent(several)).toBe(25);
});
