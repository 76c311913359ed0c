import { expect, test } from 'vitest';
import { isPseudo, pseudo } from '../../../src-renderer/strings/pseudo.ts';

test('every text is longer and in brackets, whatever it is made of; values and numbers are not', () => {
  const texts = {
    plain: 'Save',
    made: (n: number) => `${n} notes`,
    list: ['one', { value: 'log-review', label: 'Own log review' }],
    lines: [['Ctrl+L', 'lock']],
    figure: 7,
    dots: '…',
  } as const;
  const longer = pseudo(texts);
  expect(longer.plain).toBe('⟦Saavee⟧');
  expect(longer.made(3)).toBe('⟦3 nootees⟧');
  expect(longer.list).toEqual(['⟦oonee⟧', { value: 'log-review', label: '⟦OOwn loog reeviieew⟧' }]);
  expect(longer.lines).toEqual([['⟦Ctrl+L⟧', '⟦loock⟧']]);
  expect(longer.figure).toBe(7);
  expect(longer.dots).toBe('…');
});

test('without a page that asks for it, texts are as they are', () => {
  expect(isPseudo()).toBe(false);
});
