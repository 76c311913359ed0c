import type { RequestOf, ResponseOf } from '../contract/index.ts';
import { CaseError, isErrorCode } from '../domain/errors.ts';
import type { CaseWindow } from './case-window.ts';
import { chooseExport } from './dialogs.ts';
import { interchangeEndings } from './interchange-endings.ts';
import { writeSheet } from './write-sheet.ts';
import { writeWhole } from './write-whole.ts';

const ENDINGS = { pdf: 'pdf', html: 'html', csv: 'csv', markdown: 'md', ...interchangeEndings } as const;

const asEngine = (format: RequestOf<'timeline.save'>['format']): RequestOf<'timeline.export'>['format'] =>
  format === 'pdf' ? 'paper' : format === 'html' ? 'page' : format;

/**
 * Asks where the entries that a list shows are to go, and writes them there. The place comes from the person by a
 * dialog, never from the page.
 * @throws CaseError what the engine refuses, and what the file system does
 */
export async function saveTimeline(
  window: CaseWindow,
  { format, ...wanted }: RequestOf<'timeline.save'>,
): Promise<ResponseOf<'timeline.save'>> {
  const answer = await window.call('timeline.export', { ...wanted, format: asEngine(format) });
  if (!answer.ok) {
    const { code, details } = answer.error;
    throw new CaseError(isErrorCode(code) ? code : 'bug', details);
  }
  const { text, name, foot, entries, leftOut, shortened } = answer.data as ResponseOf<'timeline.export'>;
  const path = await chooseExport(window, `${name}.${ENDINGS[format]}`, ENDINGS[format]);
  const said = { entries, leftOut, shortened };
  if (path === null) return { path: null, ...said };
  if (format !== 'pdf') await writeWhole(path, Buffer.from(text));
  else {
    const page = { html: text, foot };
    const sheet = { page: async () => Promise.resolve(page), paper: async () => Promise.resolve(page) };
    if ((await writeSheet(window, path, sheet)) === null) return { path: null, ...said };
  }
  return { path, ...said };
}
