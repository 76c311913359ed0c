import { createHash } from 'node:crypto';
import type { Command } from 'commander';
import { sizeText } from '../../domain/size-text.ts';
import { ask } from '../call.ts';
import { formPrinter, writeNew } from '../new-file.ts';
import type { Run } from '../register.ts';

/** Sheets for the place where no laptop is. */
export function prepSheetCommands(prep: Command, run: Run): void {
  sheetCommand(
    prep,
    run,
    'sheet',
    'grab',
    'one page: whom to call, first steps, deadlines, where the plan is',
  );
  sheetCommand(prep, run, 'contacts', 'contacts', 'everybody who can be reached, servers, and whom to tell');
}

function sheetCommand(
  prep: Command,
  run: Run,
  name: string,
  sheet: 'grab' | 'contacts',
  description: string,
): void {
  prep
    .command(name)
    .description(description)
    .requiredOption('--out <file>', 'file to create: .html or .pdf')
    .action(async ({ out }: { readonly out: string }) => {
      const { context } = await run.start();
      const path = context.path(out);
      const print = formPrinter(path, context.printPdf);
      const page = await ask(context, 'preparation.sheet', { sheet, for: print === null ? 'page' : 'paper' });
      const bytes = print === null ? Buffer.from(page.html) : await print(page);
      writeNew(context, path, bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      context.output.done(
        { path, size: bytes.length, sha256 },
        `${path}: ${sizeText(bytes.length)}, not encrypted\n  sha256 ${sha256}`,
      );
    });
}
