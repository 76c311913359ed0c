import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exhibitLabel, nextSeries, parseExhibitLabel } from '../../../src-main/domain/exhibit-number.ts';

describe('exhibit numbers', () => {
  test('read as people write them', () => {
    expect(exhibitLabel({ series: '', number: 1 })).toBe('EV-001');
    expect(exhibitLabel({ series: 'B', number: 12 })).toBe('EV-B012');
    expect(parseExhibitLabel(' ev-b7 ')).toEqual({ series: 'B', number: 7, mark: '' });
    expect(parseExhibitLabel('EV-')).toBeNull();
  });

  test('of copies start with B, of a copy of B with BA', () => {
    expect([0, 1, 23, 24].map((made) => nextSeries('', made))).toEqual(['B', 'C', 'Y', 'ZA']);
    expect([0, 1].map((made) => nextSeries('B', made))).toEqual(['BA', 'BB']);
  });

  test('are never given out by two files, however copies are made from copies', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 120 }), (choices) => {
        const files = [{ series: '', made: 0 }];
        for (const choice of choices) {
          const source = files[choice % files.length];
          if (source === undefined) throw new Error('no file');
          files.push({ series: nextSeries(source.series, source.made), made: 0 });
          source.made += 1;
        }
        expect(new Set(files.map(({ series }) => series)).size).toBe(files.length);
      }),
    );
  });
});
