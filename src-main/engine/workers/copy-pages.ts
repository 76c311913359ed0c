import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { type PagesWish, copyTables } from '../../share/copied-pages.ts';
import { type KeyBytes, keyFrom } from '../../store/case-key.ts';
import { beginCaseFile } from '../../store/create-case.ts';
import { fillFromPages } from '../../store/fill-from-pages.ts';
import { useNativeBinding } from '../../store/open-encrypted.ts';
import { PAGE } from '../../store/page-check.ts';
import { type SharedPages, pagesIn, readPages } from '../../store/read-pages.ts';
import { pageOpener } from '../../store/page-cipher.ts';
import { serve } from '../worker-serve.ts';

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
  /**
   * Reads the whole case: so that the system has it in memory, and there is memory for it, when it is read for good.
   * @param file descriptor that its owner keeps open
   */
  | { readonly kind: 'warm'; readonly file: number }
  /** Checks pages and decrypts them. */
  | { readonly kind: 'open'; readonly of: SharedPages; readonly range: PageRange }
  /** Fills the new file from them, and makes it durable. */
  | { readonly kind: 'fill'; readonly of: SharedPages; readonly wish: PagesWish };

/** Room for as many pages as are written meanwhile: 4 MiB. */
const MORE = 1024;

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
      const pages = pagesIn(request.file);
      return readPages(request.file, new SharedArrayBuffer((pages + MORE) * PAGE));
    }
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
      fillFromPages(bytes, { path: out, name: path }, keyFrom(to), (db) => copyTables(db, request.wish));
      bytes.fill(0);
      return null;
    }
  }
}
