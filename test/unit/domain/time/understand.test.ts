import { describe, expect, test } from 'vitest';
import { CaseError } from '../../../../src-main/domain/errors.ts';
import { understandTime } from '../../../../src-main/domain/time/understand.ts';

const berlin = 'Europe/Berlin';
/** Tuesday, 2026-11-24, 14:32:10.250 in Berlin. */
const now = Date.parse('2026-11-24T13:32:10.250Z');

const understood = (typed: string, zone = berlin, at = now): string => {
  const { utc, until, zone: inZone, precision, typed: kept } = understandTime(typed, zone, at);
  expect(kept, 'the text is kept as it was typed').toBe(typed);
  return [utc, ...(until === undefined ? [] : [until]), inZone, precision].join(' ');
};

const refusal = (typed: string, zone = berlin, at = now): CaseError => {
  try {
    understandTime(typed, zone, at);
  } catch (error) {
    if (error instanceof CaseError) return error;
    throw error;
  }
  throw new Error(`“${typed}” was understood`);
};

describe('a time is understood as people write it', () => {
  test.each([
    ['now', '2026-11-24T13:32:10.250Z Europe/Berlin millisecond'],
    ['14:32', '2026-11-24T13:32:00.000Z Europe/Berlin minute'],
    ['0214', '2026-11-24T01:14:00.000Z Europe/Berlin minute'],
    ['2:14', '2026-11-24T01:14:00.000Z Europe/Berlin minute'],
    [' 02:14:05 ', '2026-11-24T01:14:05.000Z Europe/Berlin second'],
    ['today 02:14', '2026-11-24T01:14:00.000Z Europe/Berlin minute'],
    ['yesterday 23:10', '2026-11-23T22:10:00.000Z Europe/Berlin minute'],
    ['Yesterday 23:10', '2026-11-23T22:10:00.000Z Europe/Berlin minute'],
    ['yesterday', '2026-11-22T23:00:00.000Z Europe/Berlin day'],
    ['2026-11-24', '2026-11-23T23:00:00.000Z Europe/Berlin day'],
    ['2026-07-01', '2026-06-30T22:00:00.000Z Europe/Berlin day'],
    ['2026-11-24 02:13', '2026-11-24T01:13:00.000Z Europe/Berlin minute'],
    ['2026-11-24T02:13:05', '2026-11-24T01:13:05.000Z Europe/Berlin second'],
    ['2026-11-24T02:13:05Z', '2026-11-24T02:13:05.000Z UTC second'],
    ['2026-11-24T02:13:05+05:30', '2026-11-23T20:43:05.000Z +05:30 second'],
    ['2026-11-24T02:13:05-0330', '2026-11-24T05:43:05.000Z -03:30 second'],
    ['2026-11-24 02:13 UTC', '2026-11-24T02:13:00.000Z UTC minute'],
    ['2024-02-29 12:00', '2024-02-29T11:00:00.000Z Europe/Berlin minute'],
  ])('%s', (typed, expected) => {
    expect(understood(typed)).toBe(expected);
  });

  test.each([
    ['2026-11-24 02:13:05.5', '2026-11-24T01:13:05.500Z'],
    ['2026-11-24 02:13:05,25', '2026-11-24T01:13:05.250Z'],
    ['2026-11-24 02:13:05.123456', '2026-11-24T01:13:05.123Z'],
    ['2026-11-24 02:13:05.999999999', '2026-11-24T01:13:05.999Z'],
  ])('digits below a millisecond are never rounded up, and stay in the text: %s', (typed, utc) => {
    expect(understood(typed)).toBe(`${utc} Europe/Berlin millisecond`);
  });

  test.each([
    ['02:00..02:30', '2026-11-24T01:00:00.000Z 2026-11-24T01:30:00.000Z'],
    ['02:00 .. 02:30', '2026-11-24T01:00:00.000Z 2026-11-24T01:30:00.000Z'],
    ['02:00-02:30', '2026-11-24T01:00:00.000Z 2026-11-24T01:30:00.000Z'],
    ['02:00 to 02:30', '2026-11-24T01:00:00.000Z 2026-11-24T01:30:00.000Z'],
    ['yesterday 23:50..00:10', '2026-11-23T22:50:00.000Z 2026-11-23T23:10:00.000Z'],
    ['2350..0010', '2026-11-24T22:50:00.000Z 2026-11-24T23:10:00.000Z'],
    ['yesterday 23:00..today 01:00', '2026-11-23T22:00:00.000Z 2026-11-24T00:00:00.000Z'],
    // Up to a day is up to its end.
    ['2026-11-20..2026-11-22', '2026-11-19T23:00:00.000Z 2026-11-22T22:59:59.999Z'],
    ['2026-11-20..2026-11-20', '2026-11-19T23:00:00.000Z 2026-11-20T22:59:59.999Z'],
    ['2026-10-24..2026-10-25', '2026-10-23T22:00:00.000Z 2026-10-25T22:59:59.999Z'],
    ['2026-11-20 23:50..00:10', '2026-11-20T22:50:00.000Z 2026-11-20T23:10:00.000Z'],
    // The night in which the clock goes from 02:00 to 03:00 has 23 hours, the other one 25.
    ['2026-03-28 23:50..03:30', '2026-03-28T22:50:00.000Z 2026-03-29T01:30:00.000Z'],
    ['2026-10-24 23:50..03:30', '2026-10-24T21:50:00.000Z 2026-10-25T02:30:00.000Z'],
  ])('a span, also over midnight: %s', (typed, expected) => {
    expect(understood(typed)).toBe(`${expected} Europe/Berlin approximate`);
  });

  test('a time of day with an offset is of the day that it is there', () => {
    // 00:30 on the 25th in Berlin is 23:30 on the 24th in UTC.
    const night = Date.parse('2026-11-24T23:30:00Z');
    expect(understood('23:10Z', berlin, night)).toBe('2026-11-24T23:10:00.000Z UTC minute');
  });
});

describe('what is no time is refused with the ways to write one', () => {
  test.each([
    '',
    ' ',
    'soon',
    '25:00',
    '24:00',
    '02:60',
    '02:13:60',
    '2026-02-29',
    '2026-13-01',
    '2026-11-31 10:00',
    '0999-01-01',
    '2026-11-24T02:13+15:00',
    '2026-11-24T02:13+01:75',
    '9999-12-31T23:30-01:00',
    '02:30..',
    '..02:30',
    '2026-11-24 03:00..2026-11-24 02:00',
    '02:13\u0000',
    '\uD800',
  ])('%j', (typed) => {
    const { code, message } = refusal(typed);
    expect(code).toBe('time-not-understood');
    expect(message).toContain(`“${typed}”`);
    expect(message).toMatch(/Write 14:32, .*ISO 8601/);
  });

  test('a zone that nobody knows', () => {
    const { code, message } = refusal('14:32', 'Europe/Atlantis');
    expect(code).toBe('zone-unknown');
    expect(message).toMatch(/Europe\/Atlantis.*IANA list/);
  });
});

describe('a local time that is not one instant is asked about, never guessed', () => {
  test('one that the clock jumps over', () => {
    const { code, message, details } = refusal('2026-03-29 02:30');
    expect(code).toBe('time-nonexistent');
    expect(details).toHaveProperty('neighbours', ['2026-03-29T00:59:59.999Z', '2026-03-29T01:00:00.000Z']);
    expect(message).toMatch(/“2026-03-29 02:30” does not exist in Europe\/Berlin.*2026-03-29T01:00:00.000Z/);
  });

  test('one that comes twice', () => {
    const { code, message, details } = refusal('2026-10-25 02:30');
    expect(code).toBe('time-ambiguous');
    expect(details).toHaveProperty('instants', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']);
    expect(message).toMatch(/Choose one of 2026-10-25T00:30:00.000Z, 2026-10-25T01:30:00.000Z/);
  });

  test('either instant is taken where the offset is given', () => {
    expect(understood('2026-10-25T02:30+02:00')).toBe('2026-10-25T00:30:00.000Z +02:00 minute');
    expect(understood('2026-10-25T02:30+01:00')).toBe('2026-10-25T01:30:00.000Z +01:00 minute');
  });

  test('the end of a span is asked about too, on the day that it falls on', () => {
    expect(refusal('2026-03-28 23:50..02:30').code).toBe('time-nonexistent');
    expect(refusal('2026-10-24 23:50..02:30').code).toBe('time-ambiguous');
    expect(understood('2026-03-29 23:50..02:30')).toContain('2026-03-30T00:30:00.000Z');
  });

  test('a day is a day, also where its midnight does not exist or comes twice', () => {
    // Cairo's clock goes from 00:00 to 01:00; Havana's from 01:00 back to 00:00.
    expect(understood('2026-04-24', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z Africa/Cairo day');
    expect(understood('2026-11-01', 'America/Havana')).toBe('2026-11-01T04:00:00.000Z America/Havana day');
  });
});
