import { Option } from 'commander';
import type { CopyMade } from '../../contract/share.ts';
import { ask } from '../call.ts';
import { REMOVABLE, copyLines } from '../copy-lines.ts';
import type { Register } from '../register.ts';
import { openFor } from '../with-case.ts';
import { weakness } from '../weakness.ts';
import { writeDocument } from '../write-document.ts';
import { bagCommand } from './share-bag.ts';
import { interchangeCommands } from './share-interchange.ts';
import { standardCommands } from './share-standard.ts';

interface CopyOptions {
  readonly evidence?: 'all' | 'small' | 'none';
  readonly redact?: 'personal';
  readonly to?: string;
  readonly readOnly?: boolean;
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
    .option('--to <name>', 'who it is for; recorded')
    .option('--read-only', 'a copy in which nobody can write')
    .action(async (casePath: string, out: string, options: CopyOptions) => {
      const { context, jobs } = await run.start();
      const path = context.path(out);
      const newPassphrase = await context.secrets.forCopy(path);
      const warnings = await weakness(context, newPassphrase);
      await openFor(context, casePath, 'writing', options.continueOlder);
      const started = await ask(context, 'share.copy', {
        path,
        newPassphrase,
        ...(options.evidence === undefined ? {} : { evidence: options.evidence }),
        ...(options.redact === undefined ? {} : { redact: options.redact }),
        ...(options.to === undefined ? {} : { to: options.to }),
        ...(options.readOnly === true ? { readOnly: true } : {}),
      });
      const copy = (await jobs.result(started)) as CopyMade;
      if (copy.removable && copy.redact === 'none') warnings.push(REMOVABLE);
      context.output.done({ ...copy, warnings }, copyLines(copy, warnings).join('\n'));
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

  bagCommand(share, run);
  interchangeCommands(share, run);
  standardCommands(share, run);
};
