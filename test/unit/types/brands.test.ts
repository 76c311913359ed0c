import { expect, expectTypeOf, test } from 'vitest';
import { type EntryId, type UtcIso, isUtcIso, utcIso } from '../../../src-main/domain/brands.ts';
import type { ReadableDb, WritableDb } from '../../../src-main/store/db.ts';

test('a string is no instant until it was checked', () => {
  expectTypeOf<string>().not.toExtend<UtcIso>();
  expectTypeOf<EntryId>().not.toExtend<UtcIso>();
  expectTypeOf(utcIso(0)).toEqualTypeOf<UtcIso>();
  expect(isUtcIso('2026-11-24T02:13:05.123Z')).toBe(true);
  expect(isUtcIso('2026-02-30T02:13:05.123Z')).toBe(false);
});

test('a connection that may only read is no connection that may write', () => {
  expectTypeOf<WritableDb>().toExtend<ReadableDb>();
  expectTypeOf<ReadableDb>().not.toExtend<WritableDb>();
});
