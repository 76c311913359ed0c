import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import type { Register } from '../register.ts';
import { weakness } from '../weakness.ts';
import { openFor } from '../with-case.ts';

interface Options {
  readonly continueOlder?: boolean;
}

export const passwdCommands: Register = (program, run) => {
  program
    .command('passwd')
    .argument('<case>')
    .description('put a case under another passphrase')
    .option('--new-passphrase-file <file>', 'the new passphrase in the first line of a file')
    .action(async (casePath: string, { continueOlder }: Options) => {
      const { context } = await run.start();
      const { path } = await openFor(context, casePath, 'writing', continueOlder);
      const newPassphrase = await context.secrets.forCopy(path);
      const warnings = await weakness(context, newPassphrase);
      const done = await ask(context, 'case.change-passphrase', { newPassphrase });
      context.output.done(
        { ...done, warnings },
        [
          `${path} has another passphrase now. A key sheet of the old one does not open it any more.`,
          ...done.copies.map(
            ({ file, to, made }) =>
              `  keeps its own: ${visibleText(file ?? 'a copy')}${to === null ? '' : `, for ${visibleText(to)}`}, made ${made}`,
          ),
          ...(done.mirror === null
            ? []
            : [
                done.mirror.renewed
                  ? `  the second copy in ${done.mirror.folder} was written anew`
                  : `  has the old one still: the second copy in ${done.mirror.folder}`,
              ]),
          '  Backups of the file itself open with the old passphrase.',
          ...warnings.map(({ message }) => `  ${message}`),
        ].join('\n'),
      );
    });
};
