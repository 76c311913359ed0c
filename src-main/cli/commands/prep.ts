import type { Command } from 'commander';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import { preparationLines } from '../preparation-text.ts';
import type { Register, Run } from '../register.ts';
import { prepPlanCommands } from './prep-plan.ts';
import { prepRegisterCommands } from './prep-register.ts';
import { prepSheetCommands } from './prep-sheet.ts';
import { recordPreparation } from '../record-preparation.ts';
import { prepTeamCommands } from './prep-team.ts';

/** What is kept ready outside any case: it lies in the profile and asks for no passphrase of its own. */
export const prepCommands: Register = (program, run) => {
  const prep = program
    .command('prep')
    .description('the preparation of this laptop: team, defences, plan, sheets; no case is needed');
  showCommands(prep, run);
  prepTeamCommands(prep, run);
  prepRegisterCommands(prep, run);
  reviewCommand(prep, run);
  prepPlanCommands(prep, run);
  prepSheetCommands(prep, run);
};

function showCommands(prep: Command, run: Run): void {
  prep
    .command('show')
    .description('all of it, what is due first')
    .action(async () => {
      const { context } = await run.start();
      const shown = await ask(context, 'preparation.show', {});
      context.output.done(shown, preparationLines(shown).join('\n'));
    });

  prep
    .command('passphrase')
    .description('what opens the file of the preparation with any command that takes a case, such as verify')
    .action(async () => {
      const { context } = await run.start();
      const { path, passphrase } = await ask(context, 'preparation.passphrase', {});
      context.output.done({ path, passphrase }, `${visibleText(path)}\n${passphrase}`);
    });
}

interface ReviewOptions {
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly found: string;
  readonly by?: string;
  readonly zone?: string;
}

function reviewCommand(prep: Command, run: Run): void {
  prep
    .command('review-log')
    .description('logs were read by hand outside an incident')
    .requiredOption('--source <text>', 'which log, of which host')
    .requiredOption('--from <time>')
    .requiredOption('--to <time>', 'a day is taken in whole')
    .requiredOption('--found <text>', 'what was found, or the word nothing')
    .option('--by <name>', 'who read them (default: the author)')
    .option('--zone <iana>', 'zone of both times (default: the zone of the preparation)')
    .action(async ({ source, from, to, found, by, zone }: ReviewOptions) => {
      await recordPreparation(run, 'Recorded', 'preparation.record-log-review', () => ({
        source,
        from,
        to,
        found: found.trim().toLowerCase() === 'nothing' ? undefined : found,
        by,
        zone,
      }));
    });
}
