import { expect, test } from 'vitest';
import { asksForPdf } from '../../../src-main/cli/pdf-printer.ts';

test.each([
  ['custody', 'form', 'a.holdfast', 'EV-001', '--out', 'form.pdf'],
  ['timeline', 'a.holdfast', '--out=night.PDF'],
  ['prep', 'sheet', '--out', 'grab.pdf'],
  ['handover', 'a.holdfast', '--out', 'handover.pdf'],
  ['prep', 'contacts', '--json', '--out', 'contacts.pdf'],
])('%s %s is run where a PDF can be printed', (...argv) => {
  expect(asksForPdf(argv)).toBe(true);
});

test.each([
  ['prep', 'sheet', '--out', 'grab.html'],
  ['prep', 'show', 'grab.pdf'],
  ['evidence', 'add', 'a.holdfast', 'report.pdf'],
])('%s %s is not', (...argv) => {
  expect(asksForPdf(argv)).toBe(false);
});
