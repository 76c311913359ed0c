import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { type Message, messageFile } from '../../../../src-main/domain/mail/message.ts';

const MESSAGE: Message = {
  to: ['3p-security@amazon.com'],
  cc: [],
  subject: 'Security incident',
  body: 'Dear team,\n\nwe report.',
  at: Date.parse('2026-11-17T01:20:00Z'),
};

const file = (change: Partial<Message>): string => messageFile({ ...MESSAGE, ...change });
/** Read back by a parser that has nothing to do with us. */
const read = async (change: Partial<Message>) => PostalMime.parse(file(change));

test('an independent parser reads what was written', async () => {
  const found = await read({ cc: ['security@amazon.com', 'owner@shop.example'] });
  expect(found.to?.map(({ address }) => address)).toEqual(['3p-security@amazon.com']);
  expect(found.cc?.map(({ address }) => address)).toEqual(['security@amazon.com', 'owner@shop.example']);
  expect(found.subject).toBe('Security incident');
  expect(found.text?.trimEnd()).toBe('Dear team,\n\nwe report.');
  expect(found.date).toBe('2026-11-17T01:20:00.000Z');
  expect(found.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
});

describe('text of every kind comes back as it was', () => {
  const long = 'a'.repeat(300);
  test.each([
    ['umlauts and emoji', 'Vorfall über 🔥 im Lädchen'],
    ['a long line without a space', long],
    ['many words', Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ')],
    ['what looks encoded', '=?utf-8?B?SGk=?= = =3D'],
    ['right to left', 'שלום עולם'],
  ])('%s', async (_name, text) => {
    const found = await read({ subject: text, body: `${text}\n.\n ${text} \nFrom ${text}` });
    expect(found.subject).toBe(text);
    expect(found.text?.replace(/\n$/, '')).toBe(`${text}\n.\n ${text} \nFrom ${text}`);
  });
});

test('no line is longer than mail allows, and all end with CRLF', () => {
  const text = 'ü🔥 '.repeat(200);
  const lines = file({
    subject: text,
    body: text,
    cc: Array.from({ length: 20 }, (_, i) => `a${i}@b.example`),
  }).split('\r\n');
  for (const line of lines) {
    expect(line.length).toBeLessThanOrEqual(78);
    expect(line).not.toMatch(/[\r\n]|[^\x20-\x7e]/);
  }
});

describe('nothing that is typed begins another header or the body', () => {
  test.each([
    ['CRLF', 'x\r\nBcc: evil@example.com'],
    ['LF', 'x\nBcc: evil@example.com'],
    ['CR', 'x\rBcc: evil@example.com'],
    ['an empty line', 'x\r\n\r\nBcc: evil@example.com'],
    ['a line separator', 'x\u2028Bcc: evil@example.com'],
    ['a vertical tab', 'x\u000bBcc: evil@example.com'],
    ['NEL', 'x\u0085Bcc: evil@example.com'],
    ['NUL', 'x\u0000\nBcc: evil@example.com'],
  ])('in the subject: %s', async (_name, subject) => {
    const found = await read({ subject });
    expect(found.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(found.subject).toBe('x Bcc: evil@example.com');
    expect(found.text?.trimEnd()).toBe(MESSAGE.body);
  });

  test.each([
    ['a line end', 'a@b.example\r\nBcc: evil@example.com'],
    ['a comma', 'a@b.example, evil@example.com'],
    ['a name', 'Evil <evil@example.com>'],
    ['two dots', 'a..b@example.com'],
    ['no domain', 'a@'],
    ['text', 'nobody'],
  ])('an address with %s is refused', (_name, address) => {
    expect(() => file({ to: [address] })).toThrow('no e-mail address');
    expect(() => file({ cc: [address] })).toThrow('no e-mail address');
  });
});
