import { Argument } from 'commander';
import { type CustodyAction, custodyActionSchema } from '../../contract/custody.ts';
import { ask } from '../call.ts';
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
  program
    .command('custody')
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
};
