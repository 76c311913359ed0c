import { CaseError } from '../domain/errors.ts';
import type { CaseWindow } from './case-window.ts';
import type { PrintedPage } from './print-page.ts';
import { writeWhole } from './write-whole.ts';

/** A page that stands alone, in its two forms. */
export interface Sheet {
  /** For a browser, which adds the foot itself. */
  readonly page: () => Promise<Pick<PrintedPage, 'html'>>;
  /** For our printer. */
  readonly paper: () => Promise<PrintedPage>;
}

/**
 * Writes a page to a place that the person chose, whole or not at all: as it is, or printed as a PDF, by the ending of
 * the name.
 * @returns what was written; null where the person cancelled the printing
 * @throws CaseError what the file system refuses
 */
export async function writeSheet(
  window: CaseWindow,
  path: string,
  { page, paper }: Sheet,
): Promise<Uint8Array | null> {
  const bytes = /\.html?$/iu.test(path)
    ? Buffer.from((await page()).html)
    : await printed(window, await paper());
  if (bytes !== null) await writeWhole(path, bytes);
  return bytes;
}

async function printed(window: CaseWindow, page: PrintedPage): Promise<Uint8Array | null> {
  try {
    return await window.printing.print(page);
  } catch (error) {
    if (error instanceof CaseError && error.code === 'cancelled') return null;
    throw error;
  }
}
