import { createHash } from 'node:crypto';
import type { RequestOf } from '../contract/index.ts';
import { CaseError } from '../domain/errors.ts';
import { sizeText } from '../domain/size-text.ts';
import { ask } from './call.ts';
import { printerFor, writeNew } from './new-file.ts';
import type { CliContext } from './context.ts';

type Format = RequestOf<'timeline.export'>['format'];

/** By the ending of the name. */
const FORMATS: Readonly<Record<string, Format>> = {
  html: 'page',
  htm: 'page',
  pdf: 'paper',
  csv: 'csv',
  md: 'markdown',
};

/** Writes the entries of a list into a new file. @throws CaseError `wrong-use`, `pdf-needs-app`, `already-exists` */
export async function exportTimeline(
  context: CliContext,
  out: string,
  filter: Omit<RequestOf<'timeline.export'>, 'format'>,
): Promise<void> {
  const path = context.path(out);
  const format = FORMATS[/\.([a-z]+)$/iu.exec(path)?.[1]?.toLowerCase() ?? ''];
  if (format === undefined) {
    throw new CaseError('wrong-use', { reason: 'Give --out a name that ends in .html, .pdf, .csv or .md.' });
  }
  const print = format === 'paper' ? printerFor(path, context.printPdf) : null;
  const { text, foot, entries } = await ask(context, 'timeline.export', { ...filter, format });
  const bytes = print === null ? Buffer.from(text) : await print({ html: text, foot });
  writeNew(context, path, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  context.output.done(
    { path, size: bytes.length, sha256, entries },
    `${path}: ${entries} entries, ${sizeText(bytes.length)}, not encrypted\n  sha256 ${sha256}`,
  );
}
