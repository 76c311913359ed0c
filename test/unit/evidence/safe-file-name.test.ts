import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from '../../../src-main/evidence/safe-file-name.ts';

test.each([
  ['access.log', 'access.log'],
  ['two\nlines.log', 'two_lines.log'],
  ['a\rb', 'a_b'],
  ['100%.txt', '100_.txt'],
  ['..', '_'],
  ['../../etc/passwd', '__.._etc_passwd'],
  ['/etc/passwd', '_etc_passwd'],
  ['C:\\Windows\\cmd.exe', 'C__Windows_cmd.exe'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['lpt9', '_lpt9'],
  ['console.log', 'console.log'],
  ['name. . ', 'name_'],
  ['.bashrc', '_bashrc'],
  ['cafe\u0301.txt', 'caf\u00E9.txt'],
  ['gpj.\u202Eexe', 'gpj._exe'],
  ['half \uD800', 'half \uFFFD'],
  ['', 'exhibit'],
])('%j becomes %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test('a long name keeps its ending and no half character', () => {
  const name = safeFileName(`${'é'.repeat(200)}.tar.gz`);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150);
  expect(name).toMatch(/^é+\.gz$/u);
  expect(Buffer.byteLength(safeFileName('x'.repeat(5000)))).toBe(150);
});

test('whatever the name, it is one that any file system takes', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 400 }), (text) => {
      const name = safeFileName(text);
      expect(name).not.toMatch(/[\p{Cc}/\\:*?"<>|%]|^[.\s]|[.\s]$/u);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu);
      expect(Buffer.byteLength(name)).toBeGreaterThan(0);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150);
    }),
  );
});
