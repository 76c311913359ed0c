import { expect, test } from 'vitest';
import { backupDue } from '../../../src-main/domain/backup-due.ts';

const MINUTE = 60_000;

test('half an hour of work in one place only is mentioned, less is not', () => {
  expect(backupDue({ entries: 2, first: 0, last: 30 * MINUTE })).toBe(true);
  expect(backupDue({ entries: 2, first: 0, last: 30 * MINUTE - 1 })).toBe(false);
  expect(backupDue({ entries: 1, first: 5, last: 5 })).toBe(false);
  expect(backupDue({ entries: 0, first: 0, last: 90 * MINUTE })).toBe(false);
});
