import { describe, expect, test } from 'vitest';
import { noteTokens, tokenPieces } from '../../../src-renderer/format/note-tokens.ts';

describe('the time in a note', () => {
  test.each([
    ['@02:14 alert', '02:14', undefined],
    ['@0214 alert', '0214', undefined],
    ['@2:14 alert', '2:14', undefined],
    ['alert seen at @02:14:05', '02:14:05', undefined],
    ['@02:14Z alert', '02:14Z', undefined],
    ['@02:14-02:30Z alert', '02:14..02:30', 'UTC'],
    ['@yesterday 23:10 backups ran', 'yesterday 23:10', undefined],
    ['@02:14..02:30 looked', '02:14..02:30', undefined],
    ['@02:00-02:30 looked', '02:00..02:30', undefined],
    ['@2026-11-24 02:13 found', '2026-11-24 02:13', undefined],
    ['@2026-11-24T02:13:00+01:00 found', '2026-11-24T02:13:00+01:00', undefined],
    ['(@now) called', 'now', undefined],
  ])('%s is asked as %s', (text, typed, zone) => {
    expect(noteTokens(text).time).toMatchObject({ typed, ...(zone === undefined ? {} : { zone }) });
    expect(noteTokens(text).time?.zone).toBe(zone);
  });

  test.each(['mail from anna@0214.example', '@25:99', '@214', '@web01 restarted', 'a@02:14', '@2600'])(
    '%s has none',
    (text) => expect(noteTokens(text).time).toBeNull(),
  );

  test('only the first one counts', () => {
    expect(noteTokens('@02:14 then @03:00').time?.typed).toBe('02:14');
  });
});

describe('tags', () => {
  test('are words that start with a letter, each once', () => {
    expect(noteTokens('#web-shell and #uploads, #web-shell again').tags).toEqual(['web-shell', 'uploads']);
  });
  test('a ticket number is no tag', () => {
    expect(noteTokens('ticket #48812, page a#b').tags).toEqual([]);
  });
  test('may be of any script', () => {
    expect(noteTokens('#датчик').tags).toEqual(['датчик']);
  });
});

test('cutting a text at its tokens loses no character', () => {
  const text = '@02:14 FusionReactor alert #alert (@now) #x y';
  const pieces = tokenPieces(text);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.filter((piece) => piece.token).map((piece) => piece.text)).toEqual([
    '@02:14',
    '#alert',
    '@now',
    '#x',
  ]);
});
