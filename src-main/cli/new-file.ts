import { writeFileSync } from 'node:fs';
import { CaseError } from '../domain/errors.ts';
import { asFileError } from '../domain/file-error.ts';
import type { PrintPdf } from './pdf-printer.ts';

/** What prints a PDF. @throws CaseError `pdf-needs-app` outside the app */
export function printerFor(path: string, printPdf: PrintPdf | undefined): PrintPdf {
  if (printPdf === undefined) throw new CaseError('pdf-needs-app', { path });
  return printPdf;
}

/** Null for a page; for a PDF what prints it. @throws CaseError `wrong-use`, `pdf-needs-app` */
export function formPrinter(path: string, printPdf: PrintPdf | undefined): PrintPdf | null {
  if (/\.html?$/iu.test(path)) return null;
  if (!/\.pdf$/iu.test(path)) {
    throw new CaseError('wrong-use', { reason: 'Give --out a name that ends in .html or .pdf.' });
  }
  return printerFor(path, printPdf);
}

/** Never over another file. */
export function writeNew(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    throw asFileError(error, path);
  }
}
