import { createHash } from 'node:crypto';
import { Argument } from 'commander';
import { type CustodyAction, custodyActionSchema } from '../../contract/custody.ts';
import { sizeText } from '../../domain/size-text.ts';
import { ask } from '../call.ts';
import { formPrinter, writeNew } from '../new-file.ts';
import type { Register } from '../register.ts';
import { entryLine } from '../text.ts';
import { openFor } from '../with-case.ts';

const WORDS = [
  'from',
  'to',
  'witness',
  'purpose',
  'authority',
  'location',
  'seal',
  'condition',
  'method',
  'at',
  'zone',
  'despite',
] as const;

type CustodyOptions = { readonly [Word in (typeof WORDS)[number]]?: string } & {
  readonly continueOlder?: boolean;
};

export const custodyCommands: Register = (program, run) => {
  const custody = program
    .command('custody')
    .description('what happened to an exhibit, and the form that shows it')
    .usage('<case> <exhibit> <event> [options] | form <case> <exhibit> --out <file>');

  custody
    // Not a word of its own for people: `custody CASE EXHIBIT EVENT` is it.
    .command('record', { isDefault: true, hidden: true })
    .argument('<case>')
    .argument('<exhibit>')
    .addArgument(new Argument('<event>').choices(custodyActionSchema.options))
    .description('record what happened to an exhibit: who, to whom, where, why')
    .option('--from <name>')
    .option('--to <name>')
    .option('--witness <name>')
    .option('--purpose <text>')
    .option('--authority <text>')
    .option('--location <text>')
    .option('--seal <number>')
    .option('--condition <text>')
    .option('--method <text>')
    .option('--at <time>')
    .option('--zone <iana>')
    .option('--despite <why>', 'record it although it does not follow from the record')
    .action(async (casePath: string, exhibit: string, event: CustodyAction, options: CustodyOptions) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'writing', options.continueOlder);
      const words = Object.fromEntries(
        WORDS.flatMap((word) => (options[word] === undefined ? [] : [[word, options[word]]])),
      );
      const { entry } = await ask(context, 'custody.record', { exhibit, event, ...words });
      context.output.done({ entry }, `Recorded. ${entryLine(entry, zone).trim()}`);
    });

  custody
    .command('form')
    .argument('<case>')
    .argument('<exhibit>', 'number of an exhibit, several in quotes with spaces between, or all')
    .description('the chain-of-custody form of an exhibit, to print and to sign')
    .requiredOption('--out <file>', 'file to create: .html or .pdf')
    .action(async (casePath: string, exhibit: string, { out }: { readonly out: string }) => {
      const { context } = await run.start();
      const path = context.path(out);
      const print = formPrinter(path, context.printPdf);
      await openFor(context, casePath, 'reading');
      const form = await ask(context, 'custody.form', { exhibit, for: print === null ? 'page' : 'paper' });
      const bytes = print === null ? Buffer.from(form.html) : await print(form);
      writeNew(context, path, bytes);
      const hash = createHash('sha256').update(bytes).digest('hex');
      context.output.done(
        { path, size: bytes.length, sha256: hash, exhibits: form.exhibits },
        `${path}: ${sizeText(bytes.length)}, not encrypted\n  sha256 ${hash}`,
      );
    });
};
