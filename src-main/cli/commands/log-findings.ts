import { setTimeout } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Finding } from '../../contract/finding.ts';
import type { ResponseOf } from '../../contract/index.ts';
import { CaseError } from '../../domain/errors.ts';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import type { CliContext } from '../context.ts';
import { localTime } from '../local-time.ts';
import type { Run } from '../register.ts';
import { entryLine } from '../text.ts';
import { openFor } from '../with-case.ts';

interface JudgeOptions {
  readonly why: string;
  readonly continueOlder?: boolean;
}

interface FindingsOptions {
  readonly all?: boolean;
  readonly explain?: boolean;
}

/** `log findings`, `log dismiss`, `log reopen`. */
export function logFindingCommands(log: Command, run: Run): void {
  log
    .command('findings')
    .argument('<case>')
    .description('what the rules find in all logs that were read')
    .option('--all', 'those that were set aside, too')
    .option('--explain', 'why each matters, what to check next, and what it often is instead')
    .action(async (casePath: string, options: FindingsOptions) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'reading');
      const answer = await allFindings(context);
      const shown = answer.findings.filter(({ dismissed }) => options.all === true || dismissed === null);
      const aside = answer.findings.length - shown.length;
      context.output.done(
        { ...answer, findings: shown, dismissed: aside },
        [
          ...shown.flatMap((finding) => findingLines(finding, zone, options.explain === true)),
          ...answer.notShown.map(({ title, count }) => `${count} more: ${title}`),
          ...answer.incomplete.map((title) => `Not complete, too many rows: ${title}`),
          shown.length === 0 ? 'No rule found anything. That does not say that nothing happened.' : '',
          aside === 0 ? '' : `${aside} set aside (--all shows them).`,
        ]
          .filter((line) => line !== '')
          .join('\n'),
      );
    });

  judging(log, run, 'dismiss', 'set a finding aside, with a reason', 'Set aside.');
  judging(log, run, 'reopen', 'take up again what was set aside', 'Taken up again.');
}

function judging(
  log: Command,
  run: Run,
  name: 'dismiss' | 'reopen',
  description: string,
  said: string,
): void {
  log
    .command(name)
    .argument('<case>')
    .argument('<finding>', 'its id, or a unique beginning of it')
    .description(description)
    .requiredOption('--why <text>', 'the reason, as it stands in the record')
    .action(async (casePath: string, finding: string, options: JudgeOptions) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'writing', options.continueOlder);
      const { id } = await findingNamed(context, finding);
      const { entry } = await ask(context, `log.${name}`, { finding: id, why: options.why });
      context.output.done({ entry }, `${said} ${entryLine(entry, zone).trim()}`);
    });
}

/** Milliseconds between two looks at how far the rules are. */
const LOOK = 30;

/** What the rules find, when all were asked. */
async function allFindings(context: CliContext): Promise<ResponseOf<'log.findings'>> {
  for (;;) {
    const answer = await ask(context, 'log.findings', {});
    if (answer.running === null) return answer;
    await setTimeout(LOOK);
  }
}

/** @param wanted its id, or a unique beginning of it @throws CaseError `wrong-use` */
export async function findingNamed(context: CliContext, wanted: string): Promise<Finding> {
  const { findings } = await allFindings(context);
  const exact = findings.filter(({ id }) => id === wanted);
  const found = exact.length > 0 ? exact : findings.filter(({ id }) => id.startsWith(wanted));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const reason =
    only === undefined
      ? `There is no finding ${wanted} in the logs as they were read last.`
      : `Several findings begin so: ${found.map(({ id }) => id).join(', ')}.`;
  throw new CaseError('wrong-use', { reason, cli: '`log findings` shows them.' });
}

function findingLines(finding: Finding, zone: string, isExplained: boolean): string[] {
  const { id, title, about, rows, detail, first, last, attack, dismissed, pinned } = finding;
  const marks = [
    dismissed === null ? '' : `[set aside: ${dismissed.why}]`,
    pinned.length === 0 ? '' : '[pinned]',
  ].filter((mark) => mark !== '');
  const time =
    first === null || last === null
      ? 'no time'
      : first === last
        ? localTime(first, zone)
        : `${localTime(first, zone)} to ${localTime(last, zone)}`;
  return [
    [`${title}${about === '' ? '' : `: ${visibleText(about)}`}`, ...marks].join(' '),
    `  ${[`${rows} ${rows === 1 ? 'row' : 'rows'}`, detail, time, attack.join(' ')].filter((part) => part !== '').join('; ')}`,
    ...(finding.query === null ? [] : [`  search: ${visibleText(finding.query)}`]),
    ...(isExplained
      ? [`  why: ${finding.why}`, `  next: ${finding.next}`, `  often instead: ${finding.falsePositives}`]
      : []),
    `  ${id}`,
  ];
}
