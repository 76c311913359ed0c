import { describe, expect, test } from 'vitest';
import { durationOf, durationText } from '../../../src-main/domain/duration.ts';

describe('a duration as people type it, in seconds', () => {
  test.each([
    ['4', 240],
    ['4:12', 252],
    ['1:04:12', 3852],
    ['4m12s', 252],
    ['4 min', 240],
    ['4 min 12 s', 252],
    ['1h 2m', 3720],
    [' 90S ', 90],
    ['0:00', 0],
    ['90 min', 5400],
  ])('%s', (typed, seconds) => expect(durationOf(typed)).toBe(seconds));

  test.each([
    '',
    'long',
    '4:60',
    '1:60:00',
    '4m 4m',
    '12s 4m',
    '-4',
    '4.5',
    '4 min and a bit',
    '123456',
    '1 d',
  ])('“%s” is none', (typed) => expect(durationOf(typed)).toBeNull());
});

test.each([
  [0, '0 s'],
  [59, '59 s'],
  [252, '4 min 12 s'],
  [3600, '1 h'],
  [3852, '1 h 4 min'],
])('%d s reads %s', (seconds, text) => expect(durationText(seconds)).toBe(text));
