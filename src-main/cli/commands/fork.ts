import type { Merged } from '../../contract/merge.ts';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import { mergedLines } from '../merged-lines.ts';
import type { Register } from '../register.ts';
import { localTime } from '../local-time.ts';
import { openFor } from '../with-case.ts';

interface AdmitOptions {
  readonly why: string;
  readonly continueOlder?: boolean;
}

export const forkCommands: Register = (program, run) => {
  const fork = program
    .command('fork')
    .description('positions of a writer that were written twice with one key');

  fork
    .command('list')
    .argument('<case>')
    .description('forks whose later side waits outside the record')
    .action(async (casePath: string) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'reading');
      const list = await ask(context, 'fork.list', {});
      const lines = list.forks.map(
        ({ id, name, writer, n, entries, origin, arrived }) =>
          `${id.slice(0, 8)}  entry ${n} of writer ${writer.slice(0, 8)} (${visibleText(name)}); ${entries} entries wait, from ${visibleText(origin)}, ${localTime(arrived, 'UTC')} UTC`,
      );
      context.output.done(list, lines.length === 0 ? 'No fork waits in this case.' : lines.join('\n'));
    });

  fork
    .command('export')
    .argument('<case>')
    .argument('<fork>', '8 digits or more of its first entry')
    .argument('<out>', 'file to create (JSON)')
    .description('write the waiting entries of a fork to a file')
    .action(async (casePath: string, id: string, out: string) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'reading');
      const done = await ask(context, 'fork.export', { fork: id, path: context.path(out) });
      context.output.done(done, `${done.path}: ${done.entries} entries\n  sha256 ${done.sha256}`);
    });

  fork
    .command('admit')
    .argument('<case>')
    .argument('<fork>', '8 digits or more of its first entry')
    .description('make both sides part of the record; the reason is an entry')
    .requiredOption('--why <text>')
    .action(async (casePath: string, id: string, options: AdmitOptions) => {
      const { context, jobs } = await run.start();
      await openFor(context, casePath, 'writing', options.continueOlder);
      const started = await ask(context, 'fork.admit', { fork: id, why: options.why });
      const merged = (await jobs.result(started)) as Merged;
      context.output.done(merged, mergedLines(merged).join('\n'));
      run.exit(merged.problems.length > 0 ? 1 : 0);
    });
};
