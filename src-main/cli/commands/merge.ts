import type { Compared, Merged } from '../../contract/merge.ts';
import { ask } from '../call.ts';
import { forkLines, mergedLines } from '../merged-lines.ts';
import type { Register } from '../register.ts';
import { openFor } from '../with-case.ts';

interface OtherOptions {
  readonly otherPassphraseFile?: string;
  readonly continueOlder?: boolean;
}

export const mergeCommands: Register = (program, run) => {
  program
    .command('merge')
    .argument('<case>')
    .argument('<other>', 'another copy of the case')
    .description('take the entries of another copy in: all that hold, or nothing')
    .option('--other-passphrase-file <file>', 'passphrase of the other copy in the first line of a file')
    .action(async (casePath: string, other: string, options: OtherOptions) => {
      const { context, jobs } = await run.start();
      const path = context.path(other);
      // Both files together may have what this one lacks: the merge itself looks.
      await openFor(context, casePath, 'writing', true);
      const passphrase = await context.secrets.forOther(
        path,
        options.otherPassphraseFile === undefined ? undefined : context.path(options.otherPassphraseFile),
      );
      const started = await ask(context, 'record.merge', {
        path,
        passphrase,
        continueOlder: options.continueOlder ?? false,
      });
      const merged = (await jobs.result(started)) as Merged;
      context.output.done(merged, mergedLines(merged).join('\n'));
      run.exit(merged.forks.length + merged.problems.length > 0 ? 1 : 0);
    });

  program
    .command('compare')
    .argument('<case>')
    .argument('<other>', 'another copy of the case')
    .description('what each of two copies has that the other lacks; changes nothing')
    .option('--other-passphrase-file <file>', 'passphrase of the other copy in the first line of a file')
    .action(async (casePath: string, other: string, options: OtherOptions) => {
      const { context, jobs } = await run.start();
      const path = context.path(other);
      await openFor(context, casePath, 'reading');
      const passphrase = await context.secrets.forOther(
        path,
        options.otherPassphraseFile === undefined ? undefined : context.path(options.otherPassphraseFile),
      );
      const compared = (await jobs.result(
        await ask(context, 'record.compare', { path, passphrase }),
      )) as Compared;
      context.output.done(compared, comparedLines(compared).join('\n'));
      run.exit(compared.forks.length + compared.problems.length > 0 ? 1 : 0);
    });
};

function comparedLines({ same, onlyHere, onlyThere, forks, problems }: Compared): string[] {
  return [
    `${same} entries are in both, ${onlyHere} only in this file, ${onlyThere} only in the other.`,
    ...forkLines(forks),
    ...problems.map(({ message }) => `  ${message}`),
  ];
}
