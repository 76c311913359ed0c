import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { asBefore, csvCell, withoutFormula } from '../../../src-main/evidence/forms/csv-cell.ts';
import { readTable } from '../../../src-main/evidence/timeline/read-table.ts';
import { parsedCsv } from '../../support/parsed-csv.ts';

const RUN = [
  '=1+1',
  '+cmd',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\rx',
  '\n=1',
  ' =1',
  '"=1',
  "'=1",
  "''=1",
  '\u2018@x',
  '\u200B=1',
  '\uFF1D1',
  '\uFF0B1',
  '\uFF0D1',
  '\uFF20x',
  '-',
  '+49 30 123456',
  '-5-cmd',
  '+4930123456',
];

test.each(RUN)('%j gets an apostrophe, and loses it again', (text) => {
  expect(withoutFormula(text)).toBe(`'${text}`);
  expect(asBefore(`'${text}`)).toBe(text);
});

test.each(['-5', '-0.5', '12', 'a=b', "'tis", "'quoted' - text", '', '10-20', 'x@y.example'])(
  '%j stays as it is, in both directions',
  (text) => {
    expect(withoutFormula(text)).toBe(text);
    expect(asBefore(text)).toBe(text);
  },
);

const texts = oneof(
  string({ unit: 'binary', maxLength: 20 }),
  array(constantFrom("'", '"', '=', '-', '5', ' ', '\t', '\n', ',', '\uFF1D', '\u200B', 'a'), {
    maxLength: 6,
  }).map((marks) => marks.join('')),
);

test('no cell begins like a formula but a number, and each gives its text back', () => {
  assert(
    property(texts, (text) => {
      const [[cell = ''] = []] = parsedCsv(`${csvCell(text)},\r\n`);
      expect(asBefore(withoutFormula(text))).toBe(text);
      if (/^-?\d+(?:\.\d+)?$/u.test(text)) expect(cell).toBe(text);
      else expect(cell).not.toMatch(/^[\s"\p{Cf}\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u);
    }),
  );
});

test('a table of ours is read with its texts as they were, and another one is left as it is', () => {
  const table = (names: string): string[] =>
    readTable(
      'a.csv',
      Buffer.from(`text,${names}\r\n${RUN.map((text) => `${csvCell(text)},,,,,\r\n`).join('')}`),
    )?.rows.map(({ cells: [cell = ''] }) => cell) ?? [];
  expect(table('occurred_until,marks,entry,case,fingerprint')).toEqual(RUN);
  expect(table('b,c,d,e,f')).toEqual(RUN.map((text) => `'${text}`));
});
