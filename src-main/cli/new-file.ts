import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

/** A place for a new file that takes long to make. */
export interface NewPlace {
  /** The file stands under its name, whole, when this returns. */
  write(bytes: Uint8Array): void;
  /** Removes what is not whole. */
  leave(): void;
}

/**
 * Never over another file, and never half a file under its name: what is written beside it gets the name at the end.
 * @throws CaseError `already-exists`, and what the file system refuses
 */
export function reserveNew(path: string): NewPlace {
  if (existsSync(path)) throw new CaseError('already-exists', { path });
  const beside = `${path}.${randomUUID().slice(0, 8)}.part`;
  writeNew(beside, new Uint8Array());
  return {
    write(bytes) {
      try {
        writeFileSync(beside, bytes, { mode: 0o600, flush: true });
        if (existsSync(path)) throw new CaseError('already-exists', { path });
        renameSync(beside, path);
      } catch (error) {
        throw error instanceof CaseError ? error : asFileError(error, path);
      }
    },
    leave: () => rmSync(beside, { force: true }),
  };
}
