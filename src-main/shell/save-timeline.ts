import { writeFile } from 'node:fs/promises';
import type { RequestOf, ResponseOf } from '../contract/index.ts';
import { CaseError, isErrorCode } from '../domain/errors.ts';
import { asFileError } from '../domain/file-error.ts';
import type { CaseWindow } from './case-window.ts';
import { chooseExport } from './dialogs.ts';
import { printPage } from './print-page.ts';

const ENDINGS = { pdf: 'pdf', html: 'html', csv: 'csv', markdown: 'md' } as const;
const FORMATS = { pdf: 'paper', html: 'page', csv: 'csv', markdown: 'markdown' } as const;

/**
 * Asks where the entries that a list shows are to go, and writes them there. The place comes from the person by a
 * dialog, never from the page.
 * @throws CaseError what the engine refuses, and what the file system does
 */
export async function saveTimeline(
  window: CaseWindow,
  { format, ...wanted }: RequestOf<'timeline.save'>,
): Promise<ResponseOf<'timeline.save'>> {
  const answer = await window.call('timeline.export', { ...wanted, format: FORMATS[format] });
  if (!answer.ok) {
    const { code, details } = answer.error;
    throw new CaseError(isErrorCode(code) ? code : 'bug', details);
  }
  const { text, name, foot, entries } = answer.data as ResponseOf<'timeline.export'>;
  const path = await chooseExport(window, `${name}.${ENDINGS[format]}`, ENDINGS[format]);
  if (path === null) return { path: null, entries };
  const bytes = format === 'pdf' ? await printPage({ html: text, foot }) : Buffer.from(text);
  try {
    await writeFile(path, bytes, { mode: 0o600, flush: true });
  } catch (error) {
    throw asFileError(error, path);
  }
  return { path, entries };
}
