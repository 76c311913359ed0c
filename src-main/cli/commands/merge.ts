import type { Compared, Lacked, Merged, Preview } from '../../contract/merge.ts';
import { CaseError } from '../../domain/errors.ts';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import type { CliContext } from '../context.ts';
import { localTime } from '../local-time.ts';
import { forkLines, mergedLines } from '../merged-lines.ts';
import { previewLines } from '../preview-lines.ts';
import type { Register } from '../register.ts';
import { signedName } from '../signed-name.ts';
import { openFor } from '../with-case.ts';

interface OtherOptions {
  readonly otherPassphraseFile?: string;
}

interface MergeOptions extends OtherOptions {
  readonly continueOlder?: boolean;
  readonly preview?: boolean;
}

interface CompareOptions extends OtherOptions {
  readonly limit: string;
}

export const mergeCommands: Register = (program, run) => {
  program
    .command('merge')
    .argument('<case>')
    .argument('<other>', 'another copy of the case')
    .description('take the entries of another copy in: all that hold, or nothing')
    .option('--preview', 'say what would come in and change nothing')
    .option('--other-passphrase-file <file>', 'passphrase of the other copy in the first line of a file')
    .action(async (casePath: string, other: string, options: MergeOptions) => {
      const { context, jobs } = await run.start();
      const path = context.path(other);
      if (options.preview === true) {
        const { zone } = await openFor(context, casePath, 'reading');
        const request = { path, passphrase: await otherPassphrase(context, path, options) };
        const preview = (await jobs.result(await ask(context, 'record.preview', request))) as Preview;
        context.output.done(preview, previewLines(preview, zone).join('\n'));
        run.exit(preview.forks.length + preview.problems.length > 0 ? 1 : 0);
        return;
      }
      // Both files together may have what this one lacks: the merge itself looks.
      await openFor(context, casePath, 'writing', true);
      const started = await ask(context, 'record.merge', {
        path,
        passphrase: await otherPassphrase(context, path, options),
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
    .option('--limit <n>', 'entries to list of each side, by the time at which they were recorded', '20')
    .option('--other-passphrase-file <file>', 'passphrase of the other copy in the first line of a file')
    .action(async (casePath: string, other: string, options: CompareOptions) => {
      const { context, jobs } = await run.start();
      const limit = limitOf(options.limit);
      const path = context.path(other);
      const { zone } = await openFor(context, casePath, 'reading');
      const passphrase = await otherPassphrase(context, path, options);
      const compared = (await jobs.result(
        await ask(context, 'record.compare', { path, passphrase }),
      )) as Compared;
      const entriesHere = await lacked(context, 'here', limit);
      const entriesThere = await lacked(context, 'there', limit);
      const answer = { ...compared, entriesHere, entriesThere };
      context.output.done(answer, comparedLines(answer, zone).join('\n'));
      run.exit(compared.forks.length + compared.problems.length > 0 ? 1 : 0);
    });
};

const otherPassphrase = async (context: CliContext, path: string, options: OtherOptions): Promise<string> =>
  context.secrets.forOther(
    path,
    options.otherPassphraseFile === undefined ? undefined : context.path(options.otherPassphraseFile),
  );

/** @throws CaseError `wrong-use` */
function limitOf(typed: string): number {
  if (/^\d{1,7}$/.test(typed)) return Number(typed);
  throw new CaseError('wrong-use', { reason: `“${typed}” is no number of entries.` });
}

/** Entries asked for at once. */
const PAGE = 500;

async function lacked(context: CliContext, side: 'here' | 'there', limit: number): Promise<Lacked[]> {
  const entries: Lacked[] = [];
  while (entries.length < limit) {
    const page = { side, from: entries.length, limit: Math.min(PAGE, limit - entries.length) };
    const { entries: more, total } = await ask(context, 'record.lacked', page);
    entries.push(...more);
    if (more.length === 0 || entries.length >= total) break;
  }
  return entries;
}

interface Listed extends Compared {
  readonly entriesHere: readonly Lacked[];
  readonly entriesThere: readonly Lacked[];
}

function comparedLines(
  { same, onlyHere, onlyThere, forks, problems, entriesHere, entriesThere }: Listed,
  zone: string,
): string[] {
  return [
    `${same} entries are in both, ${onlyHere} only in this file, ${onlyThere} only in the other.`,
    ...sideLines(`Only here (${zone}):`, entriesHere, onlyHere, zone),
    ...sideLines(`Only in the other (${zone}):`, entriesThere, onlyThere, zone),
    ...forkLines(forks),
    ...problems.map(({ message }) => `  ${message}`),
  ];
}

function sideLines(title: string, entries: readonly Lacked[], all: number, zone: string): string[] {
  if (entries.length === 0) return [];
  const rest = all - entries.length;
  return [
    title,
    ...entries.map(
      ({ id, recorded, kind, author, text, waits }) =>
        `  ${localTime(recorded, zone)}  ${kind}: ${visibleText(text)}${waits ? ' (would wait)' : ''}  [${signedName(author)}, ${id.slice(0, 8)}]`,
    ),
    ...(rest > 0 ? [`  and ${rest} more (--limit)`] : []),
  ];
}
