import { expect, test } from 'vitest';
import { parseExhibitLabel } from '../../../src-main/domain/exhibit-number.ts';
import { initials, namesakeLabels } from '../../../src-main/domain/namesake-labels.ts';

const number = { series: 'B', number: 3 };
const labelsOf = (...namesakes: { entry: string; author: string }[]): string[] => [
  ...namesakeLabels(number, namesakes).values(),
];

test('one exhibit of a number bears the number alone', () => {
  expect(labelsOf({ entry: 'aaaa1', author: 'Ada King' })).toEqual(['EV-B003']);
});

test('several bear the initials of their authors, and digits of the entry where these are the same', () => {
  const [ada, ben] = [
    { entry: 'aaaa1', author: 'Ada King' },
    { entry: 'bbbb2', author: 'Ben' },
  ];
  expect(labelsOf(ada, ben)).toEqual(['EV-B003-AK', 'EV-B003-B']);
  expect(labelsOf(ada, ben, { entry: 'c0de3', author: 'Adam Kurz' })).toEqual([
    'EV-B003-AK-AAAA',
    'EV-B003-B',
    'EV-B003-AK-C0DE',
  ]);
  expect(labelsOf(ada, { entry: 'd00d4', author: '' })).toEqual(['EV-B003-AK', 'EV-B003-D00D']);
});

test('initials are those of any script', () => {
  expect(initials('ада кинг')).toBe('АК');
  expect(initials('Marie-Claire de la Tour Dupont')).toBe('MCDL');
  expect(initials('‮!')).toBe('');
});

test('a label is read as it is written', () => {
  expect(parseExhibitLabel('ev-b3-ak-c0de')).toEqual({ series: 'B', number: 3, mark: '-AK-C0DE' });
  expect(parseExhibitLabel('EV-003')).toEqual({ series: '', number: 3, mark: '' });
  expect(parseExhibitLabel('EV-003-')).toBeNull();
});
