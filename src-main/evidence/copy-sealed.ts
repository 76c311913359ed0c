import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { asFileError } from '../domain/file-error.ts';
import type { Watcher } from './hash-source.ts';

const CHUNK = 1024 * 1024;

/**
 * Copies a sealed file byte for byte; nothing is opened. Durable when it returns.
 * @param to a new file; half of it may lie there where this throws
 * @throws CaseError naming the file that could not be read or written
 */
export function copySealed(from: string, to: string, watcher: Watcher): void {
  const guarded = <T>(path: string, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw asFileError(error, path);
    }
  };
  const source = guarded(from, () => openSync(from, 'r'));
  try {
    const target = guarded(to, () => openSync(to, 'wx', 0o600));
    try {
      const buffer = Buffer.allocUnsafe(CHUNK);
      for (;;) {
        watcher.check();
        const got = guarded(from, () => readSync(source, buffer, 0, CHUNK, null));
        if (got === 0) break;
        guarded(to, () => {
          for (let done = 0; done < got;) done += writeSync(target, buffer, done, got - done);
        });
        watcher.progress(got);
      }
      guarded(to, () => fsyncSync(target));
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}
