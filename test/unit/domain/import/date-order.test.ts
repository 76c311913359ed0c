import { describe, expect, test } from 'vitest';
import { type DateOrder, datesIn } from '../../../../src-main/domain/import/date-order.ts';
import { understandMicroseconds } from '../../../../src-main/domain/import/microseconds.ts';
import { orderText } from '../../../../src-main/domain/import/order-text.ts';
import { isTaken, understandRow } from '../../../../src-main/domain/import/understand-row.ts';

const mapping = ['time', 'text'] as const;
const rowsOf = (times: readonly string[]) => times.map((time, i) => ({ line: i + 2, cells: [time, 'x'] }));
const read = (times: readonly string[], said?: DateOrder) => datesIn(rowsOf(times), mapping, said);
/** What each time is understood as, or why it is not. */
const days = (times: readonly string[], said?: DateOrder) => {
  const reading = { mapping, zone: 'UTC', dates: read(times, said), microseconds: -1 };
  return rowsOf(times).map((row) => {
    const understood = understandRow(row, reading);
    return isTaken(understood) ? understood.occurred.utc.slice(0, 10) : understood.fault;
  });
};

describe('the order of day and month', () => {
  test('is told by one number over 12 for the whole column', () => {
    expect(read(['11/05/2026 02:14', '11/17/2026 02:20', '2026-11-18 03:00'])).toEqual([
      {
        mark: 'slashes',
        rows: 2,
        order: 'month-first',
        why: 'values',
        telling: [{ line: 3, date: '11/17/2026' }],
      },
    ]);
    expect(days(['11/05/2026', '11/17/2026'])).toEqual(['2026-11-05', '2026-11-17']);
    expect(days(['05/11/2026', '17/11/2026'])).toEqual(['2026-11-05', '2026-11-17']);
  });

  test('is asked where no number tells it, and never guessed', () => {
    expect(read(['11/05/2026', '12/12/2026'])).toMatchObject([{ order: null, why: 'open', telling: [] }]);
    expect(days(['11/05/2026', '12/12/2026'])).toEqual(['no-order', 'no-order']);
    expect(days(['11/05/2026', '12/12/2026'], 'day-first')).toEqual(['2026-05-11', '2026-12-12']);
    expect(days(['11/05/2026', '12/12/2026'], 'month-first')).toEqual(['2026-11-05', '2026-12-12']);
  });

  test('is asked where the numbers contradict each other; what does not fit the answer is not taken', () => {
    const mixed = ['11/17/2026', '05/06/2026', '17/11/2026'];
    expect(read(mixed)).toMatchObject([{ order: null, why: 'mixed', telling: [{ line: 2 }, { line: 4 }] }]);
    expect(days(mixed)).toEqual(['no-order', 'no-order', 'no-order']);
    expect(days(mixed, 'day-first')).toEqual(['not-understood', '2026-06-05', '2026-11-17']);
    expect(days(mixed, 'month-first')).toEqual(['2026-11-17', '2026-05-06', 'not-understood']);
  });

  test('is the day first with dots, unless numbers or a person say otherwise', () => {
    expect(read(['05.11.2026'])).toMatchObject([{ mark: 'dots', order: 'day-first', why: 'custom' }]);
    expect(days(['05.11.2026'])).toEqual(['2026-11-05']);
    expect(days(['05.11.2026', '11.17.2026'])).toEqual(['2026-05-11', '2026-11-17']);
    expect(days(['05.11.2026'], 'month-first')).toEqual(['2026-05-11']);
  });

  test('of slashes is not that of dots', () => {
    expect(days(['17.11.2026', '05/06/2026'])).toEqual(['2026-11-17', 'no-order']);
    // A number that is no day of any month tells nothing.
    expect(read(['32/01/2026', '13/13/2026'])).toMatchObject([{ order: null, why: 'open' }]);
    expect(
      datesIn([{ line: 2, cells: ['17/11/2026', 'x'], fault: 'malformed' }], mapping, undefined),
    ).toEqual([]);
  });

  test('is said with its reason', () => {
    const said = (times: readonly string[], order?: DateOrder) =>
      read(times, order).map((one) => orderText(one));
    expect(said(['11/17/2026'])).toEqual([
      '1 row has a date with slashes, read with the month first: 11/17/2026 in line 2 can be read in no other way, and none contradicts it',
    ]);
    expect(said(['11/05/2026', '11/06/2026'])[0]).toContain('no number tells');
    expect(said(['11/17/2026', '17/11/2026'])[0]).toContain('11/17/2026 in line 2 and 17/11/2026 in line 3');
    expect(said(['11/05/2026'], 'day-first')[0]).toContain('as you said');
    expect(said(['05.11.2026'])[0]).toContain('custom');
  });
});

describe('microseconds', () => {
  test('of Timesketch are read, and milliseconds kept', () => {
    expect(understandMicroseconds('1795050702123456')).toEqual({
      utc: '2026-11-19T01:11:42.123Z',
      zone: 'UTC',
      precision: 'millisecond',
      typed: '1795050702123456',
    });
    expect(understandMicroseconds('1795050702000000.0')?.utc).toBe('2026-11-19T01:11:42.000Z');
  });

  test.each(['0', '1795050702', '1795050702123', '1795050702123456789', '-1795050702123456', '1.7e15', 'x'])(
    'are not guessed from %s',
    (typed) => {
      expect(understandMicroseconds(typed)).toBeNull();
    },
  );

  test('stand in for a time that is empty, in the export of Timesketch alone', () => {
    const row = { line: 2, cells: ['', 'x', '1795050702000000'] };
    const reading = { mapping: ['time', 'text', null] as const, zone: undefined, dates: [] };
    expect(understandRow(row, { ...reading, microseconds: 2 })).toMatchObject({
      occurred: { utc: '2026-11-19T01:11:42.000Z' },
    });
    expect(understandRow(row, { ...reading, microseconds: -1 })).toMatchObject({ fault: 'no-time' });
  });
});
