import { describe, expect, test } from 'vitest';
import { checkWords } from '../../../../src-main/domain/plan/check-words.ts';
import { defaultPlan } from '../../../../src-main/domain/plan/default/index.ts';
import { generalMessage } from '../../../../src-main/domain/plan/default/recipients.ts';

const kinds = (text: string, known: readonly string[] = []) =>
  checkWords(text, known).map((found) => `${found.kind} ${found.text}`);

describe('finds what a recipient may not need', () => {
  test.each([
    ['the customer anna.muster@mail.example wrote', 'address anna.muster@mail.example'],
    ['call +49 30 5550 1185 now', 'telephone +49 30 5550 1185'],
    ['call (089) 1234567', 'telephone (089) 1234567'],
    ['card 4111 1111 1111 1111 was used', 'card 4111 1111 1111 1111'],
    ['card 4111111111111111.', 'card 4111111111111111'],
    ['it was probably a bot', 'guess probably'],
    ['Data may have left', 'guess may have'],
    ['It seems fine', 'guess It seems'],
  ])('%s', (text, found) => {
    expect(kinds(text)).toEqual([found]);
  });
});

describe('passes over what is none', () => {
  test.each([
    'at 17 Nov 2026 02:14:00 Europe/Berlin (+01:00)',
    'blocked 203.0.113.77 and 2001:db8::7731',
    'on 2026-11-17T01:14:00.000Z',
    // One digit off: no card.
    'number 4111 1111 1111 1112',
    'rule 12 in version 10.0.20348.2849',
    'EV-001 and EV-0021',
  ])('%s', (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

test('who can be reached is meant to be said', () => {
  const known = ['Owner, +49 30 5550 1085, owner@shop.example'];
  expect(kinds('Contact: Owner, +49 30 5550 1085, owner@shop.example', known)).toEqual([]);
  expect(kinds('Contact: Eve, +49 30 5550 9999', known)).toEqual(['telephone +49 30 5550 9999']);
});

test('the messages of the default plan name nobody and do not guess', () => {
  const bodies = [...defaultPlan.recipients, generalMessage].map(({ body = [] }) => body.join('\n\n'));
  expect(bodies).toHaveLength(7);
  for (const body of bodies) expect(kinds(body)).toEqual([]);
});

test('a text of a hundred thousand digits is looked through at once', () => {
  const from = performance.now();
  checkWords('1 '.repeat(100_000), []);
  checkWords('+4'.repeat(50_000), []);
  checkWords('a.'.repeat(50_000), []);
  expect(performance.now() - from).toBeLessThan(2000);
});
