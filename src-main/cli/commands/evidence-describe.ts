import { ask } from '../call.ts';
import type { Register } from '../register.ts';
import { type SaidOptions, addSaidOptions, saidIn } from '../said-options.ts';
import { entryLine, missingLine } from '../text.ts';
import { openFor } from '../with-case.ts';

interface DescribeOptions extends SaidOptions {
  readonly reason?: string;
  readonly continueOlder?: boolean;
}

/** `evidence describe`: what was not known when an exhibit was added. */
export const describeCommands: Register = (evidence, run) => {
  const describe = evidence
    .command('describe')
    .argument('<case>')
    .argument('<exhibit>')
    .description('say more about an exhibit, or say it anew; the old value stays in the record');
  addSaidOptions(describe)
    .option('--reason <why>', 'why it is said anew')
    .action(async (casePath: string, exhibit: string, options: DescribeOptions) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'writing', options.continueOlder);
      const done = await ask(context, 'evidence.describe', {
        exhibit,
        ...saidIn(options),
        ...(options.reason === undefined ? {} : { reason: options.reason }),
      });
      const lines = [`Recorded. ${entryLine(done.entry, zone).trim()}`, ...missingLine(done.exhibit)];
      context.output.done(done, lines.join('\n'));
    });
};
