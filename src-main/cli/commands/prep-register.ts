import { type Command, Option } from 'commander';
import { CaseError } from '../../domain/errors.ts';
import { ask } from '../call.ts';
import { defenceLines, findingLine } from '../preparation-text.ts';
import { recordPreparation } from '../record-preparation.ts';
import { type Run, wholeNumber } from '../register.ts';

interface DefenceOptions {
  readonly title?: string;
  readonly owner?: string;
  readonly reports?: string;
  readonly note?: string;
  readonly everyDays?: number;
  readonly remove?: boolean;
}

interface CheckOptions {
  readonly problem?: boolean;
  readonly note?: string;
  readonly by?: string;
  readonly file?: string;
  readonly next?: string;
  readonly at?: string;
  readonly zone?: string;
}

interface FindingOptions {
  readonly title?: string;
  readonly defence?: string;
  readonly owner?: string;
  readonly due?: string;
  readonly why?: string;
  readonly fixed?: boolean;
  readonly accepted?: boolean;
  readonly reopen?: boolean;
}

/** The layers of defence, their checks, and what scans found. */
export function prepRegisterCommands(prep: Command, run: Run): void {
  const register = prep.command('register').description('the layers of defence, and when each was checked');

  register
    .command('list')
    .description('each with its owner, the last check and the next one')
    .action(async () => {
      const { context } = await run.start();
      const { defences, zone } = await ask(context, 'preparation.show', {});
      context.output.done({ defences }, defences.flatMap((one) => defenceLines(one, zone)).join('\n'));
    });

  register
    .command('set')
    .argument('<defence>', 'id or title; the title of a new one adds it')
    .description('say who owns it and where its reports go; what is not given stays')
    .option('--title <text>')
    .option('--owner <name>')
    .option('--reports <text>', 'where its reports go')
    .option('--note <text>')
    .option('--every-days <number>', 'days between two checks; 0 for none', wholeNumber)
    .option('--remove', 'take it out of the register')
    .action(async (defence: string, options: DefenceOptions) => {
      const { title, owner, reports, note, everyDays, remove } = options;
      const request = { defence, title, owner, reports, note, everyDays, removed: remove };
      await recordPreparation(run, 'Recorded', 'preparation.set-defence', () => request);
    });

  register
    .command('done')
    .argument('<defence>', 'its id, a unique beginning of it, or its title')
    .description('it was checked')
    .option('--problem', 'a problem was found; say which in --note')
    .option('--note <text>')
    .option('--by <name>')
    .option(
      '--file <file>',
      'what shows it, such as the report of a scan: it is hashed and stays where it is',
    )
    .option('--next <time>', 'due next (default: by its interval)')
    .option('--at <time>', 'when (default: now)')
    .option('--zone <iana>', 'zone of the times (default: the zone of the preparation)')
    .action(async (defence: string, options: CheckOptions) => {
      const { problem, note, by, file, next, at, zone } = options;
      const result = problem === true ? ('problem' as const) : ('good' as const);
      await recordPreparation(run, 'Recorded', 'preparation.record-check', (context) => ({
        defence,
        result,
        note,
        by,
        next,
        at,
        zone,
        file: file === undefined ? undefined : context.path(file),
      }));
    });

  const finding = prep.command('finding').description('what scans found');
  finding
    .command('list')
    .description('open ones first')
    .action(async () => {
      const { context } = await run.start();
      const { findings, zone } = await ask(context, 'preparation.show', {});
      const lines = findings.map((one) => findingLine(one, zone));
      context.output.done({ findings }, lines.join('\n') || 'Nothing was written down yet.');
    });

  finding
    .command('add')
    .argument('<title>')
    .description('write down what a scan found')
    .option('--defence <id>', 'the layer of defence that it came from')
    .option('--owner <name>')
    .option('--due <time>', 'up to the end of that day')
    .action(async (title: string, { defence, owner, due }: FindingOptions) => {
      const request = { finding: title, add: true, defence, owner, due };
      await recordPreparation(run, 'Recorded', 'preparation.set-finding', () => request);
    });

  finding
    .command('done')
    .argument('<finding>', 'its id, a unique beginning of it, or its title')
    .description('it was fixed, or is accepted as it is')
    .option('--fixed')
    .option('--accepted', 'with the reason in --why')
    .addOption(new Option('--reopen', 'it is open again'))
    .option('--why <text>')
    .option('--owner <name>')
    .option('--due <time>')
    .action(async (name: string, options: FindingOptions) => {
      const { why, owner, due } = options;
      const request = { finding: name, state: stateOf(options), why, owner, due };
      await recordPreparation(run, 'Recorded', 'preparation.set-finding', () => request);
    });
}

function stateOf({ fixed, accepted, reopen }: FindingOptions): 'fixed' | 'accepted' | 'open' {
  const said = [fixed === true, accepted === true, reopen === true].filter(Boolean).length;
  if (said !== 1) {
    throw new CaseError('wrong-use', { reason: 'Say one of --fixed, --accepted and --reopen.' });
  }
  if (fixed === true) return 'fixed';
  return accepted === true ? 'accepted' : 'open';
}
