import { expect, test } from 'vitest';
import { type SamePersonClaim, keysOfPerson } from '../../../src-main/domain/person.ts';

const nobody = (): null => null;

/** `a>b`: key a says that key b is of its person; with `@9` at a later time. */
function person(key: string, claims: string, disowned: Readonly<Record<string, string>> = {}): string[] {
  const said = claims.split(' ').map((claim) => {
    const [, by = '', about = '', at = '5'] = /^(.)>(.)(?:@(.))?$/.exec(claim) ?? [];
    return { about, by, recorded: at };
  });
  const about = (wanted: string): SamePersonClaim[] => said.filter((claim) => claim.about === wanted);
  return keysOfPerson(key, about, (by) => disowned[by] ?? null);
}

test('two keys are one person where each says so of the other, in any order', () => {
  expect(person('a', 'a>b b>a')).toEqual(['a', 'b']);
  expect(person('b', 'a>b b>a')).toEqual(['a', 'b']);
});

test('one side alone proves nothing, nor does what a key says of itself', () => {
  expect(person('a', 'a>b')).toEqual(['a']);
  expect(person('b', 'a>b')).toEqual(['b']);
  expect(person('a', 'a>a')).toEqual(['a']);
  expect(keysOfPerson('a', () => [], nobody)).toEqual(['a']);
  // Three in a ring are no pairs.
  expect(person('a', 'a>b b>c c>a')).toEqual(['a']);
});

test('it holds over several keys', () => {
  expect(person('a', 'a>b b>a b>c c>b')).toEqual(['a', 'b', 'c']);
  expect(person('c', 'a>b b>a b>c c>b d>c')).toEqual(['a', 'b', 'c']);
});

test('what a disowned key says from then on does not count', () => {
  expect(person('a', 'a>b b>a', { b: '' })).toEqual(['a']);
  expect(person('a', 'a>b b>a@4', { b: '5' })).toEqual(['a', 'b']);
  expect(person('a', 'a>b b>a@5', { b: '5' })).toEqual(['a']);
});
