import { Option } from 'commander';
import { ask } from '../call.ts';
import { type Register, collect, wholeNumber } from '../register.ts';
import { entryLine } from '../text.ts';
import { openFor } from '../with-case.ts';

interface TimelineOptions {
  readonly since?: string;
  readonly until?: string;
  readonly kind?: string[];
  readonly author?: string;
  readonly phase?: string;
  readonly tag?: string;
  readonly search?: string;
  readonly by?: 'occurred' | 'recorded';
  readonly limit?: number;
}

export const timelineCommands: Register = (program, run) => {
  program
    .command('timeline')
    .argument('<case>')
    .description('the entries, oldest first')
    .option('--since <time>')
    .option('--until <time>')
    .option('--kind <kind>', 'may be given several times', collect)
    .option('--author <author>', 'name, or 8 digits or more of a key')
    .option('--phase <phase>')
    .option('--tag <tag>')
    .option('--search <text>')
    .addOption(new Option('--by <order>', 'order and time of the list').choices(['occurred', 'recorded']))
    .option('--limit <n>', 'the last n', wholeNumber)
    .action(
      async (
        casePath: string,
        { kind, since, until, author, phase, tag, search, by, limit }: TimelineOptions,
      ) => {
        const { context } = await run.start();
        const { zone } = await openFor(context, casePath, 'reading');
        const given = { since, until, kinds: kind, author, phase, tag, search, by, limit };
        const asked = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
        const list = await ask(context, 'timeline.list', asked);
        const shown = list.entries.map((entry) => entryLine(entry, zone));
        context.output.done(
          list,
          [`Times in ${zone}; ${list.entries.length} of ${list.total} shown`, ...shown].join('\n'),
        );
      },
    );
};
