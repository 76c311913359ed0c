import { fstatSync, readSync } from 'node:fs';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { type PagesWish, copyTables } from '../../share/copied-pages.ts';
import { type KeyBytes, keyFrom } from '../../store/case-key.ts';
import { beginCaseFile } from '../../store/create-case.ts';
import { fillFromPages } from '../../store/fill-from-pages.ts';
import { useNativeBinding } from '../../store/open-encrypted.ts';
import { PAGE } from '../../store/page-check.ts';
import { pageOpener } from '../../store/page-cipher.ts';
import { serve } from '../worker-serve.ts';

/** Pages of a file in memory that several threads share. */
export interface SharedPages {
  readonly memory: SharedArrayBuffer;
  readonly pages: number;
}

/** Some of them, numbered from 1. */
interface PageRange {
  readonly first: number;
  readonly count: number;
}

export type CopyPagesRequest =
  | {
      readonly kind: 'begin';
      /** The case that is copied, for what is said of it. */
      readonly source: string;
      readonly out: string;
      /** The name that it is to get, for people. */
      readonly path: string;
      readonly from: KeyBytes;
      readonly to: KeyBytes;
      readonly nativeBinding: string | undefined;
    }
  /** Makes the new file, which has no row. */
  | { readonly kind: 'make' }
  /** Reads the whole case and keeps nothing: so that the system has it in memory when it is read for good. */
  | { readonly kind: 'warm'; readonly file: number }
  /** Reads the whole case, as it stands. @param file descriptor that its owner keeps open */
  | { readonly kind: 'read'; readonly file: number }
  /** Checks pages and decrypts them. */
  | { readonly kind: 'open'; readonly of: SharedPages; readonly range: PageRange }
  /** Fills the new file from them, and makes it durable. */
  | { readonly kind: 'fill'; readonly of: SharedPages; readonly wish: PagesWish };

type Begun = Extract<CopyPagesRequest, { kind: 'begin' }>;

let begun: Begun | null = null;

serve<CopyPagesRequest, SharedPages | null>((request) => {
  if (request.kind === 'begin') {
    useNativeBinding(request.nativeBinding);
    begun = request;
    return null;
  }
  if (begun === null) throw new Error('nothing was begun');
  const { path } = begun;
  try {
    return answer(begun, request);
  } catch (error) {
    throw asFileError(error, path);
  }
});

function answer(
  { source, path, out, from, to }: Begun,
  request: Exclude<CopyPagesRequest, Begun>,
): SharedPages | null {
  switch (request.kind) {
    case 'make':
      beginCaseFile(path, keyFrom(to), out).settle();
      return null;
    case 'warm': {
      const piece = Buffer.alloc(256 * PAGE);
      for (let at = 0, read = -1; read !== 0; at += read) {
        read = readSync(request.file, piece, 0, piece.length, at);
      }
      return null;
    }
    case 'read':
      return readAll(request.file);
    case 'open': {
      const open = pageOpener(keyFrom(from));
      const { memory } = request.of;
      const { first, count } = request.range;
      for (let number = first; number < first + count; number += 1) {
        if (!open(Buffer.from(memory, (number - 1) * PAGE, PAGE), number)) {
          throw new CaseError('file-damaged', {
            path: source,
            reason: `page ${number} does not fit its check value.`,
          });
        }
      }
      return null;
    }
    case 'fill': {
      const { memory, pages } = request.of;
      const bytes = Buffer.from(memory, 0, pages * PAGE);
      fillFromPages(bytes, out, keyFrom(to), (db) => copyTables(db, request.wish));
      bytes.fill(0);
      return null;
    }
  }
}

function readAll(from: number): SharedPages {
  const pages = Math.floor(fstatSync(from).size / PAGE);
  const memory = new SharedArrayBuffer(pages * PAGE);
  const bytes = Buffer.from(memory);
  for (let done = 0; done < bytes.length;) {
    const read = readSync(from, bytes, done, bytes.length - done, done);
    if (read === 0) throw new Error('the case file became shorter while it was read');
    done += read;
  }
  return { memory, pages };
}
