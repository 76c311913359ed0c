import { expect, test } from 'vitest';
import { fillTemplate } from '../../../../src-main/domain/plan/fill-template.ts';

test('what is known is filled in, what is not is said to be, and each name stands once', () => {
  const known = { what: 'a web shell', extent: undefined };
  expect(fillTemplate('Found {what}. {extent}, {extent}.', known)).toEqual({
    text: 'Found a web shell. not known yet, not known yet.',
    facts: new Map([
      ['what', 'a web shell'],
      ['extent', null],
    ]),
  });
});

test('a name that templates do not have, and what was filled in, stay as they are', () => {
  expect(fillTemplate('{other} {constructor} {what}', { what: '{extent} $& {what}' }).text).toBe(
    '{other} {constructor} {extent} $& {what}',
  );
});
