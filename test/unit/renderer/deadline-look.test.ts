import { describe, expect, test } from 'vitest';
import type { DeadlineView } from '../../../src-main/contract/plan.ts';
import { lookOf, nextOf } from '../../../src-renderer/format/deadline-look.ts';

const deadline = (due: string, more: Partial<DeadlineView> = {}): DeadlineView => ({
  id: 'amazon-notice',
  title: 'Tell Amazon',
  due,
  state: 'running',
  startedBy: 'e',
  started: '2026-11-17T01:14:00.000Z',
  metBy: null,
  own: false,
  recipient: 'amazon',
  ...more,
});

const at = (text: string): number => Date.parse(text);

describe('how a deadline looks', () => {
  const day = deadline('2026-11-18T01:14:00.000Z');
  const hour = deadline('2026-11-17T02:14:00.000Z');
  test.each([
    ['calm with hours left', day, '2026-11-17T23:13:59.999Z', 'calm'],
    ['near from two hours before', day, '2026-11-17T23:14:00.000Z', 'soon'],
    ['in time in its last instant', day, '2026-11-18T01:14:00.000Z', 'soon'],
    ['late one millisecond after', day, '2026-11-18T01:14:00.001Z', 'late'],
    ['near in the last tenth where it is short', hour, '2026-11-17T02:08:00.000Z', 'soon'],
    ['calm before that', hour, '2026-11-17T02:07:59.000Z', 'calm'],
    ['met, however late it was', { ...day, state: 'met-late' as const }, '2026-11-19T00:00:00.000Z', 'met'],
    ['met where it was decided', { ...day, state: 'void' as const }, '2026-11-19T00:00:00.000Z', 'met'],
  ] as const)('%s', (_name, one, now, look) => {
    expect(lookOf(one, at(now))).toBe(look);
  });
});

test('one that was missed outranks one that comes, and one that is met is shown only where no other runs', () => {
  const met = deadline('2026-11-16T00:00:00.000Z', { id: 'met', state: 'met' });
  const missed = deadline('2026-11-17T00:00:00.000Z', { id: 'missed', state: 'overdue' });
  const next = deadline('2026-11-18T00:00:00.000Z', { id: 'next' });
  expect(nextOf([met, next, missed])?.id).toBe('missed');
  expect(nextOf([met, next])?.id).toBe('next');
  expect(nextOf([met])?.id).toBe('met');
  expect(nextOf([])).toBeUndefined();
});
