import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { delimitedRows } from '../../../src-main/evidence/timeline/delimited-rows.ts';
import { readTable } from '../../../src-main/evidence/timeline/read-table.ts';
import { auroraCase, timesketchCsv, timesketchLines } from '../../support/timelines.ts';

const read = (name: string, content: string | Uint8Array) =>
  readTable(name, typeof content === 'string' ? Buffer.from(content) : content);
const rows = (text: string, delimiter = ',') => [...delimitedRows(text, delimiter)];

describe('rows with a delimiter', () => {
  test('whatever is written by the rules is read as it was', () => {
    const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', 'ü', '=') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (table) => {
        const text = table.map((cells) => cells.map((one) => quoted(one)).join(',')).join('\r\n');
        expect(rows(text).map(({ cells }) => cells)).toEqual(table);
      }),
    );
  });

  test('each knows the line on which it begins', () => {
    expect(rows('a,b\r\n1,"x\ny"\r\n\r\n2,z\n').map(({ line }) => line)).toEqual([1, 2, 5]);
    expect(rows('a\rb\rc').map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ]);
  });

  test('what breaks the rules takes no neighbour with it', () => {
    const found = rows('1,"bad"quote\n2,ok\n3,"never closed\n4,ok\n5,in"side\n');
    expect(found.map(({ line, fault }) => [line, fault])).toEqual([
      [1, 'malformed'],
      [2, undefined],
      [3, 'malformed'],
      [4, undefined],
      [5, undefined],
    ]);
  });

  test('a quote that is never closed costs one line of a large file', () => {
    const many = `x,"open\n${'y,1\n'.repeat(400_000)}`;
    expect(rows(many).filter(({ fault }) => fault !== undefined)).toHaveLength(1);
    expect(rows(many)).toHaveLength(400_001);
  });
});

describe('a file', () => {
  test('is read in UTF-8 and UTF-16 with a mark, with comma, semicolon, tab and bar', () => {
    const text = 'time;what\n2026-11-17 02:14;Ü "x"\n';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const swapped = Buffer.from(utf16).swap16();
    for (const bytes of [Buffer.from(`\uFEFF${text}`), utf16, swapped]) {
      expect(read('a.csv', bytes)).toMatchObject({
        format: 'csv',
        columns: ['time', 'what'],
        rows: [{ line: 2, cells: ['2026-11-17 02:14', 'Ü "x"'] }],
      });
    }
    expect(read('a.tsv', 'time\twhat\n1\t2')).toMatchObject({ format: 'tsv', columns: ['time', 'what'] });
    expect(read('a.txt', 'time|what\n1|2')).toMatchObject({ columns: ['time', 'what'] });
  });

  test('without a header has columns by place', () => {
    expect(read('a.csv', '2026-11-17 02:14,x\n2026-11-17 02:15,y\n')).toMatchObject({
      hasHeader: false,
      columns: ['#1', '#2'],
      rows: [{ line: 1 }, { line: 2 }],
    });
  });

  test('keeps short rows and names those with more cells than the header', () => {
    expect(read('a.csv', 'time,what\n1\n1,2,\n1,2,3\n')?.rows.map(({ fault }) => fault)).toEqual([
      undefined,
      undefined,
      'too-many-cells',
    ]);
  });

  test('of Timesketch and of Aurora is recognised', () => {
    expect(read('t.csv', timesketchCsv(2))).toMatchObject({
      format: 'timesketch',
      rows: [{ cells: { 0: 'GET /uploads/img_0.cfm, "200"' } }, {}],
    });
    const lines = read('t.jsonl', `${timesketchLines(2)}\n{"message": broken\n`);
    expect(lines).toMatchObject({
      format: 'timesketch',
      rows: [{ line: 1 }, { line: 2 }, { fault: 'malformed' }],
    });
    expect(lines?.columns).toContain('extra');
    expect(read('case.fox', auroraCase(2))).toMatchObject({
      format: 'aurora',
      rows: [{ line: 1, cells: { 0: '2026-11-17 01:11:42', 6: 'Logon 0' } }, { line: 2 }],
    });
  });

  test.each([
    ['nothing', ''],
    ['a picture', '\u0089PNG\r\n\u001A\n\0\0\0'],
    ['other JSON', '{"a": 1}'],
    ['a list of JSON', '[1, 2]'],
  ])('that is %s is none', (_, content) => {
    expect(read('x', content)).toBeNull();
  });
});
