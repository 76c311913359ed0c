import { describe, expect, test } from 'vitest';
import { preview } from '../../../src-renderer/format/cut.ts';
import { duration } from '../../../src-renderer/format/duration.ts';
import { groupedHash, shortHash } from '../../../src-renderer/format/hash.ts';
import { count, percent, size } from '../../../src-renderer/format/number.ts';
import { copyName, fileName, folderOf } from '../../../src-renderer/format/path.ts';
import { clock, clockWithZone, dayKey, fullTime, longDay } from '../../../src-renderer/format/time.ts';
import { visibleName, visibleText } from '../../../src-renderer/format/visible.ts';
import { zoneLabel, zoneName } from '../../../src-renderer/format/zone.ts';

test('sizes have three figures and decimal units', () => {
  const sizes = [0, 999, 1000, 412_000, 999_499, 999_600, 38_400_000, 112_000_000, 4_070_000_000];
  expect(sizes.map(size)).toEqual([
    '0 B',
    '999 B',
    '1.00 kB',
    '412 kB',
    '999 kB',
    '1.00 MB',
    '38.4 MB',
    '112 MB',
    '4.07 GB',
  ]);
});

test('counts have thin spaces, and 100 % is said only at the end', () => {
  expect(count(1_204_118)).toBe('1\u2009204\u2009118');
  expect(count(999)).toBe('999');
  expect(percent(9999, 10_000)).toBe(99);
  expect(percent(10_000, 10_000)).toBe(100);
});

test('durations have two units at most and are rounded down', () => {
  expect(
    [0.2, 12.9, 59, 38 * 60 + 59, 6 * 3600 + 55 * 60, 24 * 3600, (2 * 24 + 13) * 3600].map(duration),
  ).toEqual(['under 1 s', '12 s', '59 s', '38 min', '6 h 55 min', '1 d', '2 d 13 h']);
});

test('hashes are grouped by eight, or cut to 8 + 4', () => {
  expect(groupedHash('1e0f3ab70b0bdeb4d56f356f')).toBe('1e0f3ab7 0b0bdeb4 d56f356f');
  expect(shortHash(`1e0f3ab7${'0'.repeat(52)}a374`)).toBe('1e0f3ab7…a374');
});

describe('characters that nobody sees', () => {
  test('are written out, so that a name cannot lie about its ending', () => {
    expect(visibleName('invoice\u202Egpj.exe')).toBe('invoice⟨U+202E⟩gpj.exe');
    expect(visibleName('a\nb\tc\u0000')).toBe('a⟨U+000A⟩b⟨U+0009⟩c⟨U+0000⟩');
    expect(visibleName('x\uD800y')).toBe('x⟨U+D800⟩y');
  });
  test('line breaks of a note, other scripts and emoji stay', () => {
    expect(visibleText('one\r\ntwo\tthree')).toBe('one\ntwo\tthree');
    expect(visibleText('قائمة שלום 👩‍🔧')).toBe('قائمة שלום 👩‍🔧');
  });
});

describe('the beginning of a long text', () => {
  test('ends after the lines or the characters asked for', () => {
    expect(preview('a\nb\nc', 2, 100)).toEqual({ text: 'a\nb', cut: true });
    expect(preview('abcdef', 9, 3)).toEqual({ text: 'abc', cut: true });
    expect(preview('a\nb', 8, 100)).toEqual({ text: 'a\nb', cut: false });
  });
  test('never halves a character', () => {
    expect(preview('ab😀', 9, 3).text).toBe('ab');
  });
});

test('paths of both platforms', () => {
  expect(fileName('D:\\logs\\u_ex.log')).toBe('u_ex.log');
  expect(fileName('/var/log/')).toBe('log');
  expect(folderOf('/home/ops/a.holdfast')).toBe('/home/ops');
  expect(folderOf('/a.holdfast')).toBe('/');
  expect(copyName('/x/2026 web.holdfast')).toBe('2026 web copy.holdfast');
});

describe('times', () => {
  const at = new Date('2026-11-17T01:14:05.042Z');
  test('are never without a zone', () => {
    expect(clockWithZone(at, 'Europe/Berlin', 'second')).toBe('02:14:05 CET');
    expect(clockWithZone(at, 'UTC', 'minute')).toBe('01:14 UTC');
    expect(fullTime(at, 'Europe/Berlin', 'minute')).toBe('Tue 17 Nov 2026 02:14 CET');
    expect(longDay(at, 'Europe/Berlin')).toBe('Tuesday 17 November 2026');
    expect(clock(at, 'UTC', 'millisecond')).toBe('01:14:05.042');
  });
  test('an abbreviation that means several zones is written as an offset', () => {
    expect(zoneName('Asia/Kolkata', at)).toBe('UTC+05:30');
    expect(zoneName('America/Chicago', at)).toBe('UTC-06:00');
    expect(zoneLabel('Europe/Berlin', at)).toBe('CET, UTC+01:00');
    expect(zoneLabel('Asia/Kolkata', at)).toBe('UTC+05:30');
  });
  test('belong to the day of their zone', () => {
    const late = new Date('2026-11-16T23:30:00Z');
    expect(dayKey(late, 'UTC')).toBe('2026-11-16');
    expect(dayKey(late, 'Europe/Berlin')).toBe('2026-11-17');
  });
  test('summer and winter have their own names', () => {
    expect(clockWithZone(new Date('2026-10-25T00:30:00Z'), 'Europe/Berlin', 'minute')).toBe('02:30 CEST');
    expect(clockWithZone(new Date('2026-10-25T01:30:00Z'), 'Europe/Berlin', 'minute')).toBe('02:30 CET');
  });
  test('of a zone that is not known are shown as UTC and called so', () => {
    expect(clockWithZone(at, 'Mars/Olympus', 'minute')).toBe('01:14 UTC');
  });
});
