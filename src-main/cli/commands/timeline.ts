import { Option } from 'commander';
import { ask } from '../call.ts';
import { exportTimeline } from '../export-timeline.ts';
import { type Register, collect, wholeNumber } from '../register.ts';
import { entryLine } from '../text.ts';
import { openFor } from '../with-case.ts';

interface TimelineOptions {
  readonly since?: string;
  readonly until?: string;
  readonly kind?: string[];
  readonly author?: string[];
  readonly phase?: string[];
  readonly tag?: string[];
  readonly search?: string;
  readonly by?: 'occurred' | 'recorded';
  readonly limit?: number;
  readonly out?: string;
}

export const timelineCommands: Register = (program, run) => {
  program
    .command('timeline')
    .argument('<case>')
    .description('the entries, oldest first')
    .option('--since <time>')
    .option('--until <time>')
    .option('--kind <kind>', 'may be given several times', collect)
    .option('--author <author>', 'name, or 8 digits or more of a key; may be given several times', collect)
    .option('--phase <phase>', 'may be given several times', collect)
    .option('--tag <tag>', 'may be given several times', collect)
    .option('--search <text>')
    .addOption(new Option('--by <order>', 'order and time of the list').choices(['occurred', 'recorded']))
    .option('--limit <n>', 'the last n', wholeNumber)
    .option('--out <file>', 'write them into a new file: .html, .pdf, .csv or .md')
    .action(
      async (
        casePath: string,
        { kind, since, until, author, phase, tag, search, by, limit, out }: TimelineOptions,
      ) => {
        const { context } = await run.start();
        const { zone } = await openFor(context, casePath, 'reading');
        const filter = { since, until, kinds: kind, author, phase, tag, search, by };
        if (out !== undefined) {
          const { total } = await ask(context, 'timeline.list', { ...defined(filter), limit: 0 });
          const last = limit === undefined ? {} : { offset: Math.max(0, total - limit), limit };
          await exportTimeline(context, out, { ...defined(filter), ...last });
          return;
        }
        const list = await ask(context, 'timeline.list', defined({ ...filter, limit }));
        const shown = list.entries.map((entry) => entryLine(entry, zone));
        context.output.done(
          list,
          [`Times in ${zone}; ${list.entries.length} of ${list.total} shown`, ...shown].join('\n'),
        );
      },
    );
};

/** Without what was not said. */
const defined = <T extends object>(given: T): { [Name in keyof T]: Exclude<T[Name], undefined> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]: Exclude<T[Name], undefined>;
  };
