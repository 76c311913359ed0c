import type { Backup } from '../../contract/mirror.ts';
import { backupLines } from '../backup-lines.ts';
import { ask } from '../call.ts';
import type { Register } from '../register.ts';
import { openFor } from '../with-case.ts';

interface Options {
  readonly continueOlder?: boolean;
}

export const mirrorCommands: Register = (program, run) => {
  program
    .command('mirror')
    .argument('<case>')
    .argument('[folder]', 'folder on another disk; `off` ends it; without it, it is written now')
    .description('keep a second copy of a case under the same passphrase while working; local to this device')
    .action(async (casePath: string, folder: string | undefined, { continueOlder }: Options) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'writing', continueOlder);
      const backup: Backup =
        folder === undefined
          ? await ask(context, 'mirror.now', {})
          : await ask(context, 'mirror.set', { folder: folder === 'off' ? null : context.path(folder) });
      const lines = backup.mirror === null ? ['No second copy is kept.'] : backupLines(backup, zone);
      context.output.done(backup, lines.join('\n'));
      run.exit(backup.mirror?.fault ? 1 : 0);
    });
};
