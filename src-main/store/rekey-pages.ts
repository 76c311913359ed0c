import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { CaseError } from '../domain/errors.ts';
import { asFileError } from '../domain/file-error.ts';
import type { CaseKey } from './case-key.ts';
import { LOCK_BYTE_PAGE, PAGE } from './page-check.ts';
import { pageOpener, pageSealer } from './page-cipher.ts';

/** Pages at once: 1 MiB. */
const BATCH = 256;

/**
 * Writes the pages of a case file anew under another key, one by one: what is in them stays as it is, and outside of
 * memory nothing is ever in plain text. Nobody may write meanwhile. The new file is durable when this returns.
 * @param file descriptor of the case file, which its owner keeps open
 * @param out a new file; half of it may lie there where this throws
 * @param check called between batches; throws to end it
 * @returns the number of pages
 * @throws CaseError `file-damaged` where a page does not fit its check value
 */
export function rekeyPages(file: number, from: CaseKey, out: string, to: CaseKey, check: () => void): number {
  const pages = Math.floor(fstatSync(file).size / PAGE);
  const open = pageOpener(from);
  const seal = pageSealer(to);
  const target = guarded(out, () => openSync(out, 'wx', 0o600));
  try {
    const batch = Buffer.alloc(BATCH * PAGE);
    for (let first = 1; first <= pages; first += BATCH) {
      check();
      const count = Math.min(BATCH, pages - first + 1);
      const bytes = batch.subarray(0, count * PAGE);
      readSync(file, bytes, 0, bytes.length, (first - 1) * PAGE);
      for (let i = 0; i < count; i += 1) {
        const page = bytes.subarray(i * PAGE, (i + 1) * PAGE);
        const number = first + i;
        if (number === LOCK_BYTE_PAGE) continue;
        if (!open(page, number)) {
          throw new CaseError('file-damaged', {
            path: out,
            reason: `page ${number} does not fit its check value.`,
          });
        }
        seal(page, number);
      }
      guarded(out, () => {
        for (let done = 0; done < bytes.length;) done += writeSync(target, bytes, done);
      });
    }
    guarded(out, () => fsyncSync(target));
    return pages;
  } finally {
    closeSync(target);
  }
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asFileError(error, path);
  }
}
