import { describe, expect, test } from 'vitest';
import { columnNames } from '../../../../src-main/domain/import/column-field.ts';
import { guessColumns } from '../../../../src-main/domain/import/guess-columns.ts';
import { interleave } from '../../../../src-main/domain/import/interleave.ts';
import { tagsIn } from '../../../../src-main/domain/import/tags-in.ts';
import type { Mapping } from '../../../../src-main/domain/import/column-field.ts';
import { type DateOrder, datesIn } from '../../../../src-main/domain/import/date-order.ts';
import type { TableRow } from '../../../../src-main/domain/import/table.ts';
import { isTaken, understandRow } from '../../../../src-main/domain/import/understand-row.ts';

const berlin = 'Europe/Berlin';
const understand = (one: TableRow, mapping: Mapping, zone: string | undefined, said?: DateOrder) =>
  understandRow(one, { mapping, zone, dates: datesIn([one], mapping, said), microseconds: -1 });
const row = (time: string, text = 'Event', zone: string | undefined = berlin) =>
  understand({ line: 2, cells: [time, text] }, ['time', 'text'], zone);
const utcOf = (time: string, zone: string | undefined = berlin): string => {
  const understood = row(time, 'Event', zone);
  if (!isTaken(understood)) throw new Error(understood.fault);
  return understood.occurred.utc;
};
const withoutZone = (time: string) =>
  understand({ line: 2, cells: [time, 'x'] }, ['time', 'text'], undefined);

describe('a row', () => {
  test.each([
    ['2026-11-17 02:14', '2026-11-17T01:14:00.000Z'],
    ['2026-11-17T02:14:05+00:00', '2026-11-17T02:14:05.000Z'],
    ['2026-11-17 02:14:05.123456Z', '2026-11-17T02:14:05.123Z'],
    ['17.11.2026 02:14:05', '2026-11-17T01:14:05.000Z'],
    ['11/17/2026 2:14', '2026-11-17T01:14:00.000Z'],
    ['17/11/2026 02:14..17/11/2026 02:30', '2026-11-17T01:14:00.000Z'],
    ['2026-11-17', '2026-11-16T23:00:00.000Z'],
    ['2026-11-17 02:14..02:30', '2026-11-17T01:14:00.000Z'],
  ])('with the time %s is taken', (typed, utc) => {
    expect(utcOf(typed)).toBe(utc);
    expect(row(typed)).toMatchObject({ occurred: { typed } });
  });

  test.each([
    ['', 'no-time'],
    ['02:14', 'no-date'],
    ['yesterday 23:10', 'no-date'],
    ['now', 'no-date'],
    ['11/12/2026 02:14', 'no-order'],
    ['13/17/2026 02:14', 'no-order'],
    ['11/17/26 02:14', 'not-understood'],
    ['17.13.2026 02:14', 'not-understood'],
    ['2026-02-30 10:00', 'not-understood'],
    ['2026-11-17 25:00', 'not-understood'],
    ['2026-11-17 to today', 'not-understood'],
    ['sometime', 'not-understood'],
  ])('with the time “%s” is not', (typed, fault) => {
    expect(row(typed)).toMatchObject({ line: 2, fault });
  });

  test('with a local time that exists twice, or not at all, names the choices', () => {
    expect(row('2026-10-25 02:30')).toEqual({
      line: 2,
      fault: 'ambiguous',
      typed: '2026-10-25 02:30',
      choices: ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    });
    expect(row('2026-03-29 02:30')).toMatchObject({ fault: 'nonexistent', choices: { length: 2 } });
    // Control: an offset settles it.
    expect(utcOf('2026-10-25 02:30+02:00')).toBe('2026-10-25T00:30:00.000Z');
  });

  test('without a zone waits until somebody says which; one with its own does not', () => {
    expect(withoutZone('2026-11-17 02:14')).toMatchObject({ fault: 'no-zone' });
    expect(withoutZone('2026-11-17')).toMatchObject({ fault: 'no-zone' });
    expect(withoutZone('2026-11-17 02:14..2026-11-17 02:30Z')).toMatchObject({ fault: 'no-zone' });
    expect(withoutZone('2026-11-17 02:14Z')).toMatchObject({ text: 'x' });
    const zoned = understand(
      { line: 2, cells: ['2026-11-17', '02:14', 'America/New_York', 'x'] },
      ['date', 'time', 'zone', 'text'],
      undefined,
    );
    expect(zoned).toMatchObject({ occurred: { utc: '2026-11-17T07:14:00.000Z', zone: 'America/New_York' } });
    const unknown = understand(
      { line: 2, cells: ['2026-11-17 02:14', 'Mars/Base', 'x'] },
      ['time', 'zone', 'text'],
      berlin,
    );
    expect(unknown).toMatchObject({ fault: 'zone-unknown' });
  });

  test('keeps formulas and markup as they are, and joins what is mapped twice', () => {
    const understood = understand(
      { line: 3, cells: ['2026-11-17 02:14', '=HYPERLINK("http://x")', '<script>1</script>', 'a; b c,#d'] },
      ['time', 'text', 'text', 'tags'],
      berlin,
    );
    expect(understood).toMatchObject({
      text: '=HYPERLINK("http://x") · <script>1</script>',
      tags: ['a', 'b-c', 'd'],
    });
  });

  test('is refused where it has no text, too much of it, or half a character', () => {
    expect(row('2026-11-17 02:14', ' ')).toMatchObject({ fault: 'no-text' });
    expect(row('2026-11-17 02:14', 'x'.repeat(300_000))).toMatchObject({ fault: 'too-long' });
    expect(row('2026-11-17 02:14', 'half \uD800')).toMatchObject({ fault: 'not-unicode' });
  });
});

test('columns are guessed by their names, in two languages, and only one is the time', () => {
  expect(guessColumns(['When', 'Who', 'What', 'Host'])).toEqual(['time', 'person', 'text', 'source']);
  expect(guessColumns(['Datum', 'Uhrzeit', 'Ereignis'])).toEqual(['date', 'time', 'text']);
  expect(guessColumns(['message', 'timestamp', 'datetime', 'timestamp_desc'])).toEqual([
    'text',
    null,
    'time',
    'text',
  ]);
  expect(guessColumns(['Date', 'Event'])).toEqual(['time', 'text']);
  expect(guessColumns(['foo', 'bar'])).toEqual([null, null]);
});

test('columns without a name, or with one that came before, are called by their place', () => {
  expect(columnNames(['a', '', ' a ', 'b'])).toEqual(['a', '#2', 'a #3', 'b']);
});

test('what is no tag is none', () => {
  expect(tagsIn(["['webshell', 'iis log']", '--', '🔥'])).toEqual(['webshell', 'iis-log']);
});

test('two chains are put in the order of the record: by time, then by hash', () => {
  const link = (recorded: string, id: string) => ({ recorded, id });
  expect(
    interleave(10, [link('2', 'b'), link('2', 'd')], [link('1', 'z'), link('2', 'c'), link('3', 'a')]),
  ).toEqual({ imported: [12, 14], meanwhile: [11, 13, 15] });
});
