import { writeFile } from 'node:fs/promises';
import { asFileError } from '../domain/file-error.ts';
import { type PrintedPage, printPage } from './print-page.ts';

/** A page that stands alone, in its two forms. */
export interface Sheet {
  /** For a browser, which adds the foot itself. */
  readonly page: () => Promise<PrintedPage>;
  /** For our printer. */
  readonly paper: () => Promise<PrintedPage>;
}

/**
 * Writes a page to a place that the person chose: as it is, or printed as a PDF, by the ending of the name. It is
 * readable by this account alone.
 * @throws CaseError what the file system refuses
 */
export async function writeSheet(path: string, { page, paper }: Sheet): Promise<void> {
  const bytes = /\.html?$/iu.test(path) ? Buffer.from((await page()).html) : await printPage(await paper());
  try {
    await writeFile(path, bytes, { mode: 0o600, flush: true });
  } catch (error) {
    throw asFileError(error, path);
  }
}
