import { fstatSync, readSync } from 'node:fs';
import { PAGE } from './page-check.ts';

/** Pages of a file in memory that several threads share. */
export interface SharedPages {
  readonly memory: SharedArrayBuffer;
  readonly pages: number;
}

export const pagesIn = (file: number): number => Math.floor(fstatSync(file).size / PAGE);

/** Reads all pages of a file as they stand. @param into used where they fit into it */
export function readPages(file: number, into: SharedArrayBuffer): SharedPages {
  const pages = pagesIn(file);
  const size = pages * PAGE;
  const memory = size <= into.byteLength ? into : new SharedArrayBuffer(size);
  const bytes = Buffer.from(memory, 0, size);
  for (let done = 0; done < size;) {
    const read = readSync(file, bytes, done, size - done, done);
    if (read === 0) throw new Error('the file became shorter while it was read');
    done += read;
  }
  return { memory, pages };
}
