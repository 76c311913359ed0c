import { type Command, Option } from 'commander';
import { type CaseAuthor, type ComparedBy, comparedBySchema } from '../../contract/author.ts';
import type { ResponseOf } from '../../contract/index.ts';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import type { Register, Run } from '../register.ts';
import { localTime } from '../local-time.ts';
import { entryLine } from '../text.ts';
import { openFor } from '../with-case.ts';

interface WritingOptions {
  readonly role?: string;
  readonly continueOlder?: boolean;
}

interface JudgingOptions extends WritingOptions {
  readonly by: ComparedBy;
  readonly why?: string;
  readonly since?: string;
  readonly zone?: string;
}

export const authorCommands: Register = (program, run) => {
  const author = program.command('author').description('who writes in a case, and whom to trust');
  listCommand(author, run);
  nameCommands(author, run);
  judgingCommands(author, run);
};

function listCommand(author: Command, run: Run): void {
  author
    .command('list')
    .argument('<case>')
    .description('all keys that introduced themselves, their four words, and how far each is trusted')
    .action(async (casePath: string) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'reading');
      const list = await ask(context, 'author.list', {});
      context.output.done(list, list.authors.flatMap((one) => authorLines(one, zone)).join('\n'));
    });
}

function nameCommands(author: Command, run: Run): void {
  author
    .command('add')
    .argument('<name>')
    .description('a further author on this device (--role ROLE); known in a case from the first entry on')
    .action(async (name: string, { role }: WritingOptions) => {
      const { context } = await run.start();
      const added = await ask(context, 'author.add', { name, ...(role === undefined ? {} : { role }) });
      const { name: called, words } = added.author;
      context.output.done(
        added,
        `Added ${visibleText(called)}. Key words: ${words.join(' ')}. Write with --as '${visibleText(called)}'.`,
      );
    });

  author
    .command('rename')
    .argument('<case>')
    .argument('<name>')
    .description('another name, and with --role another role, for the author who writes')
    .action(async (casePath: string, name: string, { role, continueOlder }: WritingOptions) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'writing', continueOlder);
      const renamed = await ask(context, 'author.rename', {
        name,
        ...(role === undefined ? {} : { role }),
      });
      context.output.done(renamed, `Recorded. ${entryLine(renamed.entry, zone).trim()}`);
    });
}

function judgingCommands(author: Command, run: Run): void {
  const judging = (name: string, description: string): Command =>
    author
      .command(name)
      .argument('<case>')
      .argument('<key...>', 'at least 8 digits of the key, or its four words')
      .description(description)
      .addOption(
        new Option('--by <means>', 'how it was compared or said')
          .choices(comparedBySchema.options)
          .makeOptionMandatory(),
      )
      .option('--why <reason>');

  judging('confirm', 'record that the words of a key were compared with the person it belongs to').action(
    async (casePath: string, key: readonly string[], { by, why, continueOlder }: JudgingOptions) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'writing', continueOlder);
      const done = await ask(context, 'author.confirm', {
        key: key.join(' '),
        by,
        ...(why === undefined ? {} : { why }),
      });
      context.output.done(done, `Recorded. ${judgedText(done, zone)}`);
    },
  );

  judging('disown', 'record that a key is no longer trusted')
    .option('--since <time>', 'only what was recorded from then on (default: all of it)')
    .option('--zone <iana>', 'zone of --since (default: the zone of the case)')
    .action(
      async (
        casePath: string,
        key: readonly string[],
        { by, why, since, zone: sinceZone, continueOlder }: JudgingOptions,
      ) => {
        const { context } = await run.start();
        const { zone } = await openFor(context, casePath, 'writing', continueOlder);
        const done = await ask(context, 'author.disown', {
          key: key.join(' '),
          by,
          ...(why === undefined ? {} : { why }),
          ...(since === undefined ? {} : { since }),
          ...(sinceZone === undefined ? {} : { zone: sinceZone }),
        });
        context.output.done(done, `Recorded. ${judgedText(done, zone)}`);
      },
    );

  author
    .command('same')
    .argument('<case>')
    .argument('<key...>', 'at least 8 digits of the other key, or its four words')
    .description('say that another key is yours too; it counts once that key says the same')
    .action(async (casePath: string, key: readonly string[], { continueOlder }: WritingOptions) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'writing', continueOlder);
      const done = await ask(context, 'author.same', { key: key.join(' ') });
      const mutual = done.author.samePersonAs.includes(done.entry.author.id);
      context.output.done(
        done,
        `Recorded. ${entryLine(done.entry, zone).trim()}${mutual ? '' : '\nIt counts once the other key says the same of this one.'}`,
      );
    });
}

/** What a judgement came to: one that changes nothing yet is said as such. */
function judgedText({ entry, author }: ResponseOf<'author.confirm'>, zone: string): string {
  const says = entry.kind === 'key-disowned' ? 'disowned' : 'confirmed';
  const hint =
    author.trust === says || author.trust === 'founder'
      ? ''
      : entry.author.trust === 'unconfirmed' || entry.author.trust === 'disowned'
        ? '\nIt counts once your own key is confirmed by somebody whom the founder of the case trusts.'
        : '\nAnother judgement stands against it; see above.';
  return `${authorLines(author, zone).join('\n')}${hint}`;
}

function authorLines(author: CaseAuthor, zone: string): string[] {
  const { name, role, device, key, words, trust, disownedSince, thisDevice, samePersonAs } = author;
  const since = disownedSince === null ? '' : ` since ${localTime(disownedSince, zone)} ${zone}`;
  return [
    `${visibleText(name)}${role === '' ? '' : `, ${visibleText(role)}`}  ${trust}${since}, ${visibleText(device)}${thisDevice ? ' (this device)' : ''}`,
    `    key ${key.slice(0, 16)}  words ${words.join(' ')}`,
    ...samePersonAs.map((other) => `    the same person as key ${other.slice(0, 16)}`),
    ...author.judgements.map(
      ({ says, judge, by, why, recorded }) =>
        `    ${says} by ${visibleText(judge.name)}${judge.trust === 'unconfirmed' ? ' (unconfirmed)' : ''}, ${by}, ${localTime(recorded, zone)} ${zone}${why === undefined ? '' : `: ${visibleText(why)}`}`,
    ),
  ];
}
