import { describe, expect, it } from 'vitest';
import {
  isInRange,
  isPublicAddress,
  readAddress,
  readRange,
} from '../../../src-main/logs/search/ip-range.ts';
import { readQuery } from '../../../src-main/logs/search/query.ts';

const text = (word: string, isPrefix = false): object => ({ kind: 'text', text: word, isPrefix });
const field = (name: string, value: string): object => ({ kind: 'field', field: name, value });

describe('a search line', () => {
  it.each([
    ['', { kind: 'all' }],
    ['  whoami ', text('whoami')],
    ['"net user"', text('net user')],
    [String.raw`"say \"hi\""`, text('say "hi"')],
    ['admin*', text('admin', true)],
    ['status:500', field('status', '500')],
    ['uri:/uploads/*.cfm', field('uri', '/uploads/*.cfm')],
    ['agent:"curl/8.4 x"', field('agent', 'curl/8.4 x')],
    ['cs(User-Agent):curl*', field('cs(User-Agent)', 'curl*')],
    ['status>=400', { kind: 'compare', field: 'status', comparison: '>=', value: 400 }],
    ['status:400..499', { kind: 'between', field: 'status', from: 400, to: 499 }],
    ['a b', { kind: 'and', of: [text('a'), text('b')] }],
    ['a AND b', { kind: 'and', of: [text('a'), text('b')] }],
    ['a OR b c', { kind: 'or', of: [text('a'), { kind: 'and', of: [text('b'), text('c')] }] }],
    ['NOT a', { kind: 'not', of: text('a') }],
    ['-status:200', { kind: 'not', of: field('status', '200') }],
    ['-"net user"', { kind: 'not', of: text('net user') }],
    ['(a OR b) c', { kind: 'and', of: [{ kind: 'or', of: [text('a'), text('b')] }, text('c')] }],
    [String.raw`C:\inetpub`, text(String.raw`C:\inetpub`)],
    ['https://x.example/a', text('https://x.example/a')],
    ['02:14:00', text('02:14:00')],
    [';UNION/**/SELECT', text(';UNION/**/SELECT')],
    ['sleep(5)', text('sleep(5)')],
    ['c=whoami', text('c=whoami')],
    ['-id=7', { kind: 'not', of: text('id=7') }],
  ])('%s', (line, query) => {
    expect(readQuery(line)).toEqual(query);
  });

  it.each([
    '(a',
    'a)',
    'a OR',
    'NOT',
    '"open',
    '""',
    '()',
    `${'('.repeat(50)}a`,
    'NOT '.repeat(60) + 'a',
    'x'.repeat(5000),
  ])('says what is wrong with %s', (line) => {
    expect(() => readQuery(line)).toThrow(expect.objectContaining({ code: 'wrong-use' }));
  });
});

describe('ranges of addresses', () => {
  it.each([
    ['203.0.113.0/24', '203.0.113.77', true],
    ['203.0.113.0/24', '203.0.114.77', false],
    ['203.0.113.0/24', '203.0.113.77:443', true],
    ['203.0.113.0/24', '::ffff:203.0.113.9', true],
    ['2001:db8::/32', '2001:db8:1::5', true],
    ['2001:db8::/32', '[2001:db8:1::5]:443', true],
    ['2001:db8::/32', '2001:db9::', false],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['10.0.0.0/8', 'not an address', false],
  ])('%s holds %s: %s', (range, address, held) => {
    const read = readRange(range);
    expect(read !== null && isInRange(address, read)).toBe(held);
  });

  it('knows what is no range and no address', () => {
    for (const wrong of ['10.0.0.0/33', '10.0.0/8', 'a/8', '::1/129']) expect(readRange(wrong)).toBeNull();
    for (const wrong of ['256.1.1.1', '1:2:3', '::1::', 'g::1', '1.2.3', '']) {
      expect(readAddress(wrong)).toBeNull();
    }
    expect(['10.1.2.3', '127.0.0.1', '::1', '-'].map(isPublicAddress)).toEqual([false, false, false, false]);
    expect(isPublicAddress('203.0.113.7')).toBe(true);
  });
});
