import type { Compared, Merged } from '../../contract/merge.ts';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
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

function mergedLines(merged: Merged): string[] {
  const { added, newAuthors, branches, conflicts, forks, admitted, problems } = merged;
  if (problems.length > 0) {
    return [
      'NOTHING WAS TAKEN IN: the other file does not hold together.',
      ...problems.map(({ message }) => `  ${message}`),
    ];
  }
  return [
    `Taken in: ${added.entries} entries, ${added.exhibits} exhibits, ${added.authors} authors.`,
    ...newAuthors.map(
      ({ name, key, words }) =>
        `  new: ${visibleText(name)}, key ${key.slice(0, 16)}, unconfirmed; its words are ${words.join(' ')}`,
    ),
    ...branches.map(
      ({ from, entries }) =>
        `  continued in two copies from entry ${from.slice(0, 8)}: ${entries} entries came from there`,
    ),
    ...conflicts.map(
      ({ what, values }) =>
        `  in conflict: ${what}: ${values.map((value) => visibleText(value)).join(' | ')}`,
    ),
    ...admitted.map(
      ({ writer }) =>
        `  both sides of a fork of writer ${writer.slice(0, 8)} are admitted by an entry of the other file`,
    ),
    ...forkLines(forks),
  ];
}

const forkLines = (forks: Merged['forks']): string[] =>
  forks.map(
    ({ author, writer, n, entries }) =>
      `  FORK: entry ${n} of writer ${writer.slice(0, 8)} (key ${author.slice(0, 16)}) was written twice; ${entries} entries wait outside the record`,
  );

function comparedLines({ same, onlyHere, onlyThere, forks, problems }: Compared): string[] {
  return [
    `${same} entries are in both, ${onlyHere} only in this file, ${onlyThere} only in the other.`,
    ...forkLines(forks),
    ...problems.map(({ message }) => `  ${message}`),
  ];
}
