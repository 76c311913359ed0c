import { describe, expect, test } from 'vitest';
import { completed, openWord, suggestionsFor } from '../../../src-renderer/features/note-line/suggestions.ts';

const offers = {
  exhibits: [
    { exhibit: 'EV-002', title: 'Snapshot' },
    { exhibit: 'EV-001', title: 'A log' },
  ],
  tags: ['alert', 'action', 'host'],
  times: [
    { insert: '@now', hint: '' },
    { insert: '@yesterday', hint: '' },
  ],
};
const offered = (text: string, caret = text.length) =>
  suggestionsFor(openWord(text, caret), offers).map(({ insert }) => insert);

describe('what is offered for the word that is typed', () => {
  test.each([
    ['#', ['#alert', '#action', '#host']],
    ['seen #a', ['#alert', '#action']],
    ['seen #AL', ['#alert']],
    ['seen in ev', ['EV-002', 'EV-001']],
    ['seen in EV-001', []],
    ['@', ['@now', '@yesterday']],
    ['(@y', ['@yesterday']],
    ['mail@now', []],
    ['level', []],
    ['several', []],
    ['', []],
    ['#alert ', []],
  ])('“%s”: %j', (text, found) => expect(offered(text)).toEqual(found));

  test('nothing in the middle of a word', () => {
    expect(offered('#alert', 3)).toEqual([]);
    expect(offered('#al rest', 3)).toEqual(['#alert']);
  });

  test('it takes the place of the word, with one space behind it', () => {
    const put = (text: string, caret: number, insert: string) => {
      const word = openWord(text, caret);
      if (word === null) throw new Error('no word');
      return completed(text, word, { insert, hint: '' });
    };
    expect(put('seen #al', 8, '#alert')).toEqual({ text: 'seen #alert ', caret: 12 });
    expect(put('#al rest', 3, '#alert')).toEqual({ text: '#alert rest', caret: 6 });
  });
});
