import { existsSync, linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { CaseError } from '../domain/errors.ts';
import { asFileError } from '../domain/file-error.ts';
import { documentAt } from '../engine/begun-exports.ts';
import type { CliContext } from './context.ts';
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

/** Never over another file, and never half a file under its name. */
export function writeNew(context: CliContext, path: string, bytes: Uint8Array): void {
  const place = reserveNew(context, path);
  try {
    place.write(bytes);
  } finally {
    place.leave();
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
 * Whether a file can be made there is known before the long work, and nothing of it is left meanwhile: a command that is
 * ended by Ctrl+C leaves nothing behind.
 * @throws CaseError `already-exists`, and what the file system refuses
 */
export function reserveNew(context: CliContext, path: string): NewPlace {
  const { beside, begin } = documentAt(context.process.engine, path);
  const leave = (): void => rmSync(beside, { force: true });
  if (existsSync(path)) throw new CaseError('already-exists', { path });
  try {
    writeFileSync(beside, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw asFileError(error, path);
  }
  leave();
  return {
    write(bytes) {
      const done = begin();
      try {
        writeFileSync(beside, bytes, { flag: 'wx', mode: 0o600, flush: true });
        giveName(beside, path);
      } catch (error) {
        throw error instanceof CaseError ? error : asFileError(error, path);
      } finally {
        leave();
        done();
      }
    },
    leave,
  };
}

/** File systems without links, such as those of USB sticks. */
const NO_LINKS: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EINVAL',
  'EACCES',
]);

/** A second name, and not a change of the name, is refused where one is there already. */
function giveName(beside: string, path: string): void {
  try {
    linkSync(beside, path);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    if (existsSync(path)) throw new CaseError('already-exists', { path });
    renameSync(beside, path);
  }
}
