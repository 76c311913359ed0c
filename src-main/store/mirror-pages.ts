import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { asFileError } from '../domain/file-error.ts';
import { IV_AT, PAGE } from './page-check.ts';

/** Pages at once: 1 MiB. */
const BATCH = 256;
/** Each time a page is written it gets a new initialisation vector: 16 random bytes that say whether it is the same. */
const MARK = 16;

/**
 * Copies the pages of a case file that may be written meanwhile, in passes: the first takes all, each later one those
 * that were written since. The copy is one state of the case when a pass was made while nobody wrote.
 */
export interface PageMirror {
  /** @returns how many pages were copied. @throws CaseError what the disk of the copy refuses */
  pass(check: () => void): number;
  /** Makes it durable and closes it. */
  finish(): void;
}

/**
 * @param file descriptor of the case file, which its owner keeps open
 * @param out a new file
 */
export function mirrorPages(file: number, out: string): PageMirror {
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw asFileError(error, out);
    }
  };
  const target = guarded(() => openSync(out, 'wx', 0o600));
  let marks = Buffer.alloc(0);
  const batch = Buffer.alloc(BATCH * PAGE);

  const write = (from: number, pages: number, first: number): void => {
    const bytes = batch.subarray(from * PAGE, (from + pages) * PAGE);
    guarded(() => {
      for (let done = 0; done < bytes.length;) {
        done += writeSync(target, bytes, done, bytes.length - done, (first + from) * PAGE + done);
      }
    });
  };

  /** Copies runs of pages that are not as they were. */
  const copyChanged = (first: number, count: number): number => {
    let changed = 0;
    let run = 0;
    for (let i = 0; i <= count; i += 1) {
      const mark = batch.subarray(i * PAGE + IV_AT, i * PAGE + IV_AT + MARK);
      const at = (first + i) * MARK;
      const isNew = i < count && !mark.equals(marks.subarray(at, at + MARK));
      if (isNew) {
        mark.copy(marks, at);
        run += 1;
        continue;
      }
      if (run > 0) write(i - run, run, first);
      changed += run;
      run = 0;
    }
    return changed;
  };

  return {
    pass(check) {
      const pages = Math.floor(fstatSync(file).size / PAGE);
      const grown = Buffer.alloc(pages * MARK);
      marks.copy(grown);
      marks = grown;
      let changed = 0;
      for (let first = 0; first < pages; first += BATCH) {
        check();
        const count = Math.min(BATCH, pages - first);
        readSync(file, batch, 0, count * PAGE, first * PAGE);
        changed += copyChanged(first, count);
      }
      // A file can become shorter.
      guarded(() => ftruncateSync(target, pages * PAGE));
      return changed;
    },
    finish() {
      guarded(() => fsyncSync(target));
      closeSync(target);
    },
  };
}
