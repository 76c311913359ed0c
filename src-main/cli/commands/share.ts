import { Option } from 'commander';
import type { CopyMade } from '../../contract/share.ts';
import { sizeText } from '../../domain/size-text.ts';
import { ask } from '../call.ts';
import type { Register } from '../register.ts';
import { openFor } from '../with-case.ts';
import { writeDocument } from '../write-document.ts';
import { interchangeCommands } from './share-interchange.ts';

interface CopyOptions {
  readonly evidence?: 'all' | 'small' | 'none';
  readonly redact?: 'personal';
  readonly continueOlder?: boolean;
}

interface ReportOptions extends Pick<CopyOptions, 'redact' | 'continueOlder'> {
  readonly redactEntry: string[];
  readonly redactField: string[];
}

const several = (value: string, before: string[]): string[] => [...before, value];

export const shareCommands: Register = (program, run) => {
  const share = program.command('share').description('give the record to somebody else');

  share
    .command('copy')
    .argument('<case>')
    .argument('<out>', 'file to create')
    .description('a copy under a new passphrase, with its own series of exhibit numbers')
    .option('--new-passphrase-file <file>', 'passphrase of the copy in the first line of a file')
    .addOption(
      new Option('--evidence <which>', 'stored evidence to take along (default: all)').choices([
        'all',
        'small',
        'none',
      ]),
    )
    .addOption(
      new Option('--redact <what>', 'leave fields out; takes no stored evidence along').choices(['personal']),
    )
    .action(async (casePath: string, out: string, options: CopyOptions) => {
      const { context, jobs } = await run.start();
      const path = context.path(out);
      const newPassphrase = await context.secrets.forCopy(path);
      await openFor(context, casePath, 'writing', options.continueOlder);
      const started = await ask(context, 'share.copy', {
        path,
        newPassphrase,
        ...(options.evidence === undefined ? {} : { evidence: options.evidence }),
        ...(options.redact === undefined ? {} : { redact: options.redact }),
      });
      const copy = (await jobs.result(started)) as CopyMade;
      context.output.done(
        copy,
        `${copy.path}: ${copy.entries} entries, ${sizeText(copy.size)}, exhibits added there start at EV-${copy.series}001\n  sha256 ${copy.sha256}`,
      );
    });

  share
    .command('report')
    .argument('<case>')
    .argument('<out>', 'file to create: .html or .pdf')
    .description('the complete documentation as one document; that it was made is recorded')
    .addOption(
      new Option('--redact <what>', 'leave out what is personal; the hashes stay').choices(['personal']),
    )
    .option(
      '--redact-entry <entry>',
      'leave out what is personal in an entry and its corrections; repeatable',
      several,
      [],
    )
    .option('--redact-field <entry:field>', 'leave out one field; repeatable', several, [])
    .action(async (casePath: string, out: string, { continueOlder, ...left }: ReportOptions) => {
      const { redact, redactEntry: entries, redactField: fields } = left;
      const nothing = redact === undefined && entries.length + fields.length === 0;
      return writeDocument(run, {
        what: 'report',
        casePath,
        out,
        purpose: 'writing',
        continueOlder,
        ...(nothing ? {} : { redact: { personal: redact === 'personal', entries, fields } }),
      });
    });

  share
    .command('owner')
    .argument('<case>')
    .argument('<out>', 'file to create: .html or .pdf')
    .description('one page for the owner, in plain words')
    .action(async (casePath: string, out: string) =>
      writeDocument(run, { what: 'owner', casePath, out, purpose: 'reading' }),
    );

  interchangeCommands(share, run);
};
