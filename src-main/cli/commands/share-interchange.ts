import type { Command } from 'commander';
import { CaseError } from '../../domain/errors.ts';
import type { Run } from '../register.ts';
import { openFor } from '../with-case.ts';
import { type Wish, exportEvents } from '../export-events.ts';

interface Options {
  /** `true` where the option stands without a query. */
  readonly logs?: string | true;
  readonly since?: string;
  readonly until?: string;
  readonly zone?: string;
}

/** `share timesketch`, `share plaso`: the timeline, or rows of logs, for tools that hold more than one laptop. */
export function interchangeCommands(share: Command, run: Run): void {
  const command = (name: string, ending: string, text: string, formatOf: (out: string) => Wish['format']) =>
    share
      .command(name)
      .argument('<case>')
      .argument('<out>', `file to create: ${ending}`)
      .description(text)
      .option('--logs [query]', 'rows of the logs that were read instead of entries: all, or those found')
      .option('--since <time>', 'as --at of a note: 02:14, 2026-11-17 02:14, ISO 8601')
      .option('--until <time>')
      .option('--zone <iana>', 'zone of these times with --logs (default: the zone of the case)')
      .action(async (casePath: string, out: string, { logs, since, until, zone }: Options) => {
        const format = formatOf(out);
        if (zone !== undefined && logs === undefined) {
          throw new CaseError('wrong-use', { reason: '--zone belongs to --logs.' });
        }
        const { context, jobs } = await run.start();
        await openFor(context, casePath, 'reading');
        const query = logs === true ? '' : (logs ?? null);
        await exportEvents({ context, jobs }, { out, format, query, since, until, zone });
      });

  command(
    'timesketch',
    '.jsonl (better) or .csv',
    'the timeline as Timesketch imports it; logs that are too large for one laptop go there the same way',
    (out) => {
      if (/\.jsonl$/iu.test(out)) return 'timesketch-jsonl';
      if (/\.csv$/iu.test(out)) return 'timesketch-csv';
      throw wrongEnding('.jsonl or .csv: Timesketch goes by it');
    },
  );
  command('plaso', '.csv', 'the timeline as a table like the dynamic output of Plaso', (out) => {
    if (/\.csv$/iu.test(out)) return 'plaso';
    throw wrongEnding('.csv');
  });
}

const wrongEnding = (ending: string): CaseError =>
  new CaseError('wrong-use', { reason: `Give the file a name that ends in ${ending}.` });
