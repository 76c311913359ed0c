import { describe, expect, it } from 'vitest';
import { csv } from '../../../src-main/logs/readers/csv.ts';
import { rowFlags } from '../../../src-main/logs/reading/row.ts';
import { readAll, readCut, sampleOf } from './read.ts';

const kinds = ({ problems }: ReturnType<typeof readAll>): (string | number)[][] =>
  problems.map(({ kind, line, detail }) => [kind, line, detail]);

describe('tables', () => {
  it('reads columns by their names, with quotes that hold delimiters, quotes and line ends', () => {
    const text =
      'Time;Client IP;User;URL;Status\r\n' +
      '2026-11-17T02:14:00+01:00;203.0.113.7;"a; ""b""\r\nc";/x?y;200\r\n' +
      '\r\n' +
      '"2026-11-17T02:14:01+01:00";"203.0.113.8";;-;"404"\r\n';
    expect(csv.detect(sampleOf('x.csv', text))).toEqual({
      certainty: 0.6,
      asks: { columns: ['Time', 'Client IP', 'User', 'URL', 'Status'] },
    });
    const { rows, problems } = readCut(csv, text);
    expect(problems).toEqual([]);
    expect(rows.map(({ line, time, columns }) => [line, time, columns])).toEqual([
      [2, '2026-11-17T01:14:00Z', { address: '203.0.113.7', user: 'a; "b"\r\nc', path: '/x', status: 200 }],
      [5, '2026-11-17T01:14:01Z', { address: '203.0.113.8', status: 404 }],
    ]);
    expect(rows[0]?.fields[2]).toEqual({ name: 'User', value: 'a; "b"\r\nc' });
  });

  it.each([
    [',', 'Date,Time,IP', '2026-11-17,02:14:00,a'],
    ['\t', 'Date\tTime\tIP', '17.11.2026\t02:14\ta'],
    ['|', 'time | ip', '17/Nov/2026:02:14:00 +0100|a'],
    [';', 'sep=;\ntime;ip', '17/11/2026 02:14:00;a'],
    [',', '"time","ip"', '"11/17/2026 2:14:00 AM","a"'],
    [',', 'time,ip', '1794878040,a'],
    [',', 'time,ip', '2026-11-17 01:14:00 UTC,a'],
  ])('knows %j and reads the time of %j', (_, heading, row) => {
    const { rows, problems } = readCut(csv, `${heading}\n${row}\n`, { zone: 'Europe/Berlin' });
    expect(problems).toEqual([]);
    expect(rows.map(({ time, columns }) => [time, columns['address']])).toEqual([
      ['2026-11-17T01:14:00Z', 'a'],
    ]);
  });

  it('obeys the order of dates that was said, and takes none where it could be either', () => {
    const text = 'when,who\n05/11/2026 02:14:00,a\n';
    const read = (use: string): string | null | undefined =>
      readCut(csv, text, { zone: 'UTC', columns: { when: use, who: 'user' } }).rows[0]?.time;
    expect(read('time:day-first')).toBe('2026-11-05T02:14:00Z');
    expect(read('time:month-first')).toBe('2026-05-11T02:14:00Z');
    expect(read('time')).toBeNull();
    expect(kinds(readCut(csv, text, { zone: 'UTC' }))).toEqual([['bad-time', 2, '']]);
    expect(csv.detect(sampleOf('x.csv', text))?.asks.zone).toBe(true);
  });

  it('tells rows that do not fit their heading, and a quote that is never closed, and goes on', () => {
    const good = '2026-11-17T01:14:00Z,b\n';
    const short = readCut(csv, `time,user\n2026-11-17T01:14:00Z\n2026-11-17T01:14:00Z,a,b\n${good}`);
    expect(kinds(short)).toEqual([
      ['columns', 2, '1 of 2'],
      ['columns', 3, '3 of 2'],
    ]);
    expect(short.rows.map(({ flags }) => flags)).toEqual([rowFlags.damaged, rowFlags.damaged, 0]);
    const open = readAll(csv, `time,user\n2026-11-17T01:14:00Z,"a\n${good.repeat(50_000)}`);
    expect(open.rows).toHaveLength(50_001);
    expect(new Set(kinds(open).map((seen) => JSON.stringify(seen)))).toEqual(
      new Set(['["unbalanced-quotes",2,""]']),
    );
    expect(open.rows.at(-1)).toMatchObject({ line: 50_002, time: '2026-11-17T01:14:00Z', flags: 0 });
    const end = readCut(csv, `time,user\n${good}2026-11-17T01:14:00Z,"a\nb`);
    expect(kinds(end).at(0)).toEqual(['unbalanced-quotes', 3, '']);
    expect(end.rows.map(({ raw }) => raw)).toEqual([good.trim(), '2026-11-17T01:14:00Z,"a', 'b']);
  });

  it('is nothing where there are no columns', () => {
    expect(csv.detect(sampleOf('x.txt', 'a line\nanother line\n'))).toBeNull();
    expect(readCut(csv, 'time,user\n').rows).toEqual([]);
    expect(readCut(csv, '').rows).toEqual([]);
  });
});
