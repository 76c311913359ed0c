import { readFileSync } from 'node:fs';
import { Option } from 'commander';
import { detectionSourceSchema } from '../../contract/case.ts';
import { CaseError } from '../../domain/errors.ts';
import { visibleText } from '../../domain/file-name.ts';
import { sizeText } from '../../domain/size-text.ts';
import { asFileError } from '../../domain/file-error.ts';
import { backupLines } from '../backup-lines.ts';
import { ask } from '../call.ts';
import { type Register, collect } from '../register.ts';
import { unsureWords } from '../custody-text.ts';
import { localTime } from '../local-time.ts';
import { openFor } from '../with-case.ts';

interface NewOptions {
  readonly title: string;
  readonly plan?: string;
  readonly source?: (typeof detectionSourceSchema.options)[number];
  readonly detectedAt?: string;
  readonly by?: string;
  readonly answer?: readonly string[];
  readonly done?: string;
  readonly zone?: string;
  readonly practice?: boolean;
}

export const caseCommands: Register = (program, run) => {
  program
    .command('new')
    .argument('<case>', 'file to create')
    .description('create a case')
    .requiredOption('--title <title>', 'title of the incident')
    .option('--plan <file>', 'plan (JSON) to take into the case')
    .addOption(
      new Option('--source <source>', 'where it was first noticed').choices(detectionSourceSchema.options),
    )
    .option('--detected-at <time>', 'when it was first noticed')
    .option('--by <name>', 'who noticed it')
    .option(
      '--answer <question=text>',
      'answer to a question that the plan has for the source; may be given several times',
      collect,
    )
    .option('--done <text>', 'what was done to the server since, such as "nothing"')
    .option('--zone <iana>', "the case's time zone (default: this device's)")
    .option('--practice', 'a practice case')
    .action(async (casePath: string, options: NewOptions) => {
      const { context } = await run.start();
      const path = context.path(casePath);
      const info = await ask(context, 'case.create', {
        path,
        title: options.title,
        passphrase: await context.secrets.forNewCase(path),
        ...(options.zone === undefined ? {} : { zone: options.zone }),
        ...(options.source === undefined ? {} : { source: options.source }),
        ...(options.detectedAt === undefined ? {} : { detectedAt: options.detectedAt }),
        ...(options.by === undefined ? {} : { discoveredBy: options.by }),
        ...(options.done === undefined ? {} : { doneToServer: options.done }),
        answers: (options.answer ?? []).map(answerIn),
        ...(options.practice === undefined ? {} : { practice: options.practice }),
        ...(options.plan === undefined ? {} : { plan: readText(context.path(options.plan)) }),
      });
      context.output.done(
        { case: { id: info.id, path: info.path, title: info.title } },
        `Created ${info.path}: ${visibleText(info.title)} (case ${info.id.slice(0, 8)}, zone ${info.zone})`,
      );
    });

  program
    .command('info')
    .argument('<case>')
    .description('what a case is, without its entries')
    .action(async (casePath: string) => {
      const { context } = await run.start();
      const info = await openFor(context, casePath, 'reading');
      const older = info.olderThanSeen;
      context.output.done(
        info,
        [
          `${visibleText(info.title)}${info.practice ? ' (practice)' : ''}`,
          `  file      ${info.path}, ${sizeText(info.size)}`,
          `  case      ${info.id}`,
          `  opened    ${localTime(info.created, info.zone)} ${info.zone}`,
          `  phase     ${info.phase}${info.phaseUnsure.length === 0 ? '' : `, ${unsureWords(info.phaseUnsure)}`}`,
          `  entries   ${info.entries}, exhibits ${info.exhibits}, authors ${info.authors}`,
          ...backupLines(info.backup, info.zone),
          ...(info.notice === null ? [] : [`  notice    ${info.notice}`]),
          ...(older === null
            ? []
            : [`  notice    This file lacks ${older.missing} entries that this device saw (${older.seen}).`]),
        ].join('\n'),
      );
    });
};

/** `ID=TEXT`. @throws CaseError `wrong-use` */
function answerIn(typed: string): { question: string; text: string } {
  const at = typed.indexOf('=');
  if (at > 0 && at < typed.length - 1) return { question: typed.slice(0, at), text: typed.slice(at + 1) };
  throw new CaseError('wrong-use', {
    reason: `“${typed}” is no answer: write the id of the question, = and the answer.`,
  });
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw asFileError(error, path);
  }
}
