import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { CaseKey } from './case-key.ts';
import { PAGE, pageCheck, pagesInHeader } from './page-check.ts';

export interface PageReport {
  /** Whole pages in the file. */
  readonly pages: number;
  /** Numbers of pages whose check value does not fit, from 1; at most the first 1,000. */
  readonly damaged: readonly number[];
  readonly damagedCount: number;
  /** Pages that the file's own header asks for; null where page 1 is not good. */
  readonly expected: number | null;
  /** Bytes after the last whole page. */
  readonly rest: number;
}

/**
 * Reads a file that is not open for work page by page and checks each; touches nothing, needs no database.
 * Never for a case that this process has open: closing any descriptor of a file drops all locks that the
 * process holds on it (fcntl(2)), and with them the promise that nobody else writes.
 */
export function checkPages(path: string, key: CaseKey): PageReport {
  const file = openSync(path, 'r');
  try {
    return checkPagesOf(file, key);
  } finally {
    closeSync(file);
  }
}

/** The same over a descriptor that its owner keeps open as long as the database. */
export function checkPagesOf(file: number, key: CaseKey): PageReport {
  const size = fstatSync(file).size;
  const pages = Math.floor(size / PAGE);
  const buffer = Buffer.alloc(BATCH * PAGE);
  const isGood = pageCheck(key);
  let expected: number | null = null;
  const damaged: number[] = [];
  let damagedCount = 0;
  for (let first = 1; first <= pages; first += BATCH) {
    const count = Math.min(BATCH, pages - first + 1);
    readSync(file, buffer, 0, count * PAGE, (first - 1) * PAGE);
    for (let i = 0; i < count; i += 1) {
      const page = buffer.subarray(i * PAGE, (i + 1) * PAGE);
      if (isGood(page, first + i)) {
        if (first + i === 1) expected = pagesInHeader(key, page);
        continue;
      }
      damagedCount += 1;
      if (damaged.length < 1000) damaged.push(first + i);
    }
  }
  // Of an open case, a page may have been read while it was being written, and the file may have grown.
  const again = (number: number): boolean => {
    const page = buffer.subarray(0, PAGE);
    readSync(file, page, 0, PAGE, (number - 1) * PAGE);
    return isGood(page, number);
  };
  const still = damaged.filter((number) => !again(number));
  damagedCount -= damaged.length - still.length;
  const grew = fstatSync(file).size !== size;
  return {
    pages,
    damaged: still,
    damagedCount,
    expected: grew && expected !== null ? pages : expected,
    rest: grew ? 0 : size - pages * PAGE,
  };
}

/** Pages read at once: 1 MiB. */
const BATCH = 256;
