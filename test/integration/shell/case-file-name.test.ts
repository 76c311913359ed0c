import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseFileName } from '../../../src-main/shell/case-file-name.ts';
import { casePlace } from '../../../src-main/shell/case-place.ts';

const at = new Date(2026, 10, 24, 2, 13);

test.each([
  ['Suspicious uploads', '2026-11-24 suspicious-uploads.holdfast'],
  ['Incident 2026-11-24 02:13', '2026-11-24 incident-02-13.holdfast'],
  ['', '2026-11-24 incident.holdfast'],
  ['🔥🔥', '2026-11-24 incident.holdfast'],
  ['Anna’s shop: 50% off? <now>', '2026-11-24 annas-shop-50-off-now.holdfast'],
  ['Größe & Maß', '2026-11-24 größe-maß.holdfast'],
  ['\u202Efdp.exe', '2026-11-24 fdp-exe.holdfast'],
  ['حادث أمني', '2026-11-24 حادث-أمني.holdfast'],
  ['CON', '2026-11-24 con.holdfast'],
  ['../../etc/passwd', '2026-11-24 etc-passwd.holdfast'],
  ['a\u0000b\nc\\d', '2026-11-24 a-b-c-d.holdfast'],
  ['e\u0301te', '2026-11-24 éte.holdfast'],
])('a case called %j gets the file %s', (title, name) => {
  expect(caseFileName(title, at)).toBe(name);
});

test('whatever the title, the name is one safe part of a path of at most 120 bytes', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.integer({ min: 1, max: 99 }),
      (title, count) => {
        const name = caseFileName(title, at, count);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
        expect(name).toMatch(/^2026-11-24 [\p{L}\p{N}\p{M}-]+( \d+)?\.holdfast$/u);
        expect(name.isWellFormed()).toBe(true);
        expect(basename(name)).toBe(name);
      },
    ),
  );
});

test('a long title is cut between characters, not inside one', () => {
  const name = caseFileName('ที่'.repeat(60), at);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
  expect(name).toMatch(/ที่\.holdfast$/u);
});

test('a place never names a file that exists', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-place-'));
  try {
    const first = casePlace('Uploads', folder, at).path;
    expect(basename(first)).toBe('2026-11-24 uploads.holdfast');
    writeFileSync(first, '');
    const second = casePlace('Uploads', folder, at).path;
    expect(basename(second)).toBe('2026-11-24 uploads 2.holdfast');
    writeFileSync(second, '');
    expect(basename(casePlace('Uploads', folder, at).path)).toBe('2026-11-24 uploads 3.holdfast');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
