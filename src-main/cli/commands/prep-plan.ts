import type { Command } from 'commander';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import { recordPreparation } from '../record-preparation.ts';
import type { Run } from '../register.ts';

interface ApproveOptions {
  readonly by: string;
  readonly note?: string;
  readonly at?: string;
  readonly zone?: string;
}

/** The plan that new cases copy. */
export function prepPlanCommands(prep: Command, run: Run): void {
  const plan = prep.command('plan').description('the plan that new cases copy');

  plan
    .command('export')
    .argument('<file>', 'where to write it')
    .description('write the plan into a file that people change, or another laptop takes in')
    .action(async (file: string) => {
      const { context } = await run.start();
      const done = await ask(context, 'preparation.export-plan', { path: context.path(file) });
      context.output.done(done, `Written: ${visibleText(done.path)}`);
    });

  plan
    .command('import')
    .argument('<file>')
    .description('take a plan in as the next version; new cases copy it once it is approved')
    .action(async (file: string) => {
      await recordPreparation(run, 'Taken in', 'preparation.import-plan', (context) => ({
        path: context.path(file),
      }));
    });

  prep
    .command('approve')
    .description('a person approves the plan that was saved last')
    .requiredOption('--by <name>')
    .option('--note <text>')
    .option('--at <time>', 'when (default: now)')
    .option('--zone <iana>', 'zone of --at (default: the zone of the preparation)')
    .action(async ({ by, note, at, zone }: ApproveOptions) => {
      await recordPreparation(run, 'Approved', 'preparation.approve', () => ({ by, note, at, zone }));
    });
}
