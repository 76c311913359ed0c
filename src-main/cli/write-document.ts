import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { DocumentMade } from '../contract/document.ts';
import type { RequestOf } from '../contract/index.ts';
import { CaseError } from '../domain/errors.ts';
import { visibleText } from '../domain/file-name.ts';
import { sizeText } from '../domain/size-text.ts';
import { ask } from './call.ts';
import { printerFor, reserveNew } from './new-file.ts';
import type { Run } from './register.ts';
import { openFor } from './with-case.ts';

interface Wish {
  readonly what: RequestOf<'document.make'>['what'];
  readonly casePath: string;
  /** As typed. */
  readonly out: string;
  readonly purpose: 'reading' | 'writing';
  readonly continueOlder?: boolean | undefined;
  readonly redact?: RequestOf<'document.make'>['redact'];
}

/**
 * Makes a document of a case and writes it into a new file, a page or a PDF by the ending of its name.
 * @throws CaseError `wrong-use`, `pdf-needs-app`, `already-exists`, and what the file system refuses
 */
export async function writeDocument(run: Run, wish: Wish): Promise<void> {
  const { context, jobs } = await run.start();
  const path = context.path(wish.out);
  const format = formatOf(path);
  const print = format === 'pdf' ? printerFor(path, context.printPdf) : null;
  await openFor(context, wish.casePath, wish.purpose, wish.continueOlder);
  const place = reserveNew(context, path);
  try {
    const made = (await jobs.result(
      await ask(context, 'document.make', {
        what: wish.what,
        ...(wish.redact === undefined ? {} : { redact: wish.redact }),
      }),
    )) as DocumentMade;
    const { document, entries, sentence, ok } = made;
    const page = await ask(context, 'document.take', { document, for: print === null ? 'page' : 'paper' });
    const bytes = print === null ? Buffer.from(page.html) : await print(page);
    place.write(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const size = bytes.length;
    const told = { path, size, sha256, entries, ...(sentence === null ? {} : { ok, sentence }) };
    if (wish.what === 'report') {
      await ask(context, 'document.record', { document, format, file: basename(path), size, sha256 });
    }
    context.output.done(
      told,
      `${visibleText(path)}: ${sizeText(size)}, not encrypted\n  sha256 ${sha256}${sentence === null ? '' : `\n  ${sentence}`}`,
    );
    // A report of a record with problems is written, and says so; so does the exit status.
    if (!ok) run.exit(1);
  } finally {
    place.leave();
  }
}

function formatOf(path: string): 'html' | 'pdf' {
  if (/\.html?$/iu.test(path)) return 'html';
  if (/\.pdf$/iu.test(path)) return 'pdf';
  throw new CaseError('wrong-use', { reason: 'Give a name that ends in .html or .pdf.' });
}
