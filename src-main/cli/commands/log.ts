import { type Command, Option } from 'commander';
import type { LogCoverageView, RotationView, WantedLogView } from '../../contract/log.ts';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import { localTime } from '../local-time.ts';
import { gapsText, logName } from '../missing-logs.ts';
import { given, recordEntry } from '../record-entry.ts';
import { type Register, type Run, collect } from '../register.ts';
import { openFor } from '../with-case.ts';
import { logImportCommands } from './log-import.ts';
import { logFindingCommands } from './log-findings.ts';
import { logSearchCommands } from './log-search.ts';

interface Options {
  readonly host?: string;
  readonly by?: string;
  readonly found?: string;
  readonly why?: string;
  readonly at?: string;
  readonly zone?: string;
  readonly continueOlder?: boolean;
}

interface CoveredOptions extends Options {
  readonly source: string;
  readonly host: string;
  readonly from: string;
  readonly to: string;
  readonly found: string;
  readonly evidence?: string[];
  readonly replaces?: string;
}

interface RotationOptions extends Options {
  readonly until?: string;
  readonly proof?: 'ticket' | 'call' | 'message';
  readonly reference?: string;
}

/** Logs that are wanted, what of them was read, and backups whose rotation is stopped. */
export const logCommands: Register = (program, run) => {
  const log = program
    .command('log')
    .description('search logs; what is wanted, what of it was read, and backups');
  wantedCommands(log.command('wanted').description('logs that are wanted, and what became of each'), run);
  coverageCommands(log, run);
  logImportCommands(log, run);
  logSearchCommands(log, run);
  logFindingCommands(log, run);
  rotationCommands(log.command('rotation').description('backups that are no longer overwritten'), run);
};

function wantedCommands(wanted: Command, run: Run): void {
  wanted
    .command('list')
    .argument('<case>')
    .description('each log: downloaded as which exhibit, read by whom with what result, and what is missing')
    .action(async (casePath: string) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'reading');
      const answer = await ask(context, 'log.wanted', {});
      context.output.done(answer, answer.logs.flatMap((log) => wantedLines(log)).join('\n'));
    });

  wanted
    .command('add')
    .argument('<case>')
    .argument('<title>', 'which log, such as IIS')
    .description('say that one more log is wanted')
    .option('--host <name>', 'of which server')
    .action(async (casePath: string, title: string, options: Options) =>
      recordEntry(run, casePath, options, 'Added', 'log.want', { title, host: options.host }),
    );

  const logArgument = ['<log>', 'its id, its title, or a unique beginning of its id'] as const;
  wanted
    .command('downloaded')
    .argument('<case>')
    .argument(...logArgument)
    .argument('<exhibit...>', 'the exhibits that hold it')
    .description('say as which exhibits a log was downloaded')
    .option('--host <name>', 'of which server it is')
    .option('--by <name>', 'who downloaded it')
    .option('--at <time>', 'when')
    .option('--zone <iana>', 'zone of --at (default: the zone of the case)')
    .action(async (casePath: string, log: string, evidence: string[], options: Options) => {
      const { host, by, at, zone } = options;
      const request = { log, event: 'downloaded' as const, evidence, host, by, at, zone };
      await recordEntry(run, casePath, options, 'Recorded', 'log.state', request);
    });

  wanted
    .command('reviewed')
    .argument('<case>')
    .argument(...logArgument)
    .description('say that a log was read, and what that gave; `log covered` says from when to when as well')
    .requiredOption('--found <text>', 'nothing, or what was found')
    .option('--by <name>', 'who read it (default: the author)')
    .option('--host <name>', 'of which server it is')
    .option('--at <time>', 'when')
    .option('--zone <iana>', 'zone of --at (default: the zone of the case)')
    .action(async (casePath: string, log: string, options: Options) => {
      const { found: result, by, host, at, zone } = options;
      const request = { log, event: 'reviewed' as const, result, by, host, at, zone };
      await recordEntry(run, casePath, options, 'Recorded', 'log.state', request);
    });

  wanted
    .command('missing')
    .argument('<case>')
    .argument(...logArgument)
    .description('say that a log is not to be had, and why')
    .requiredOption('--why <text>')
    .option('--host <name>', 'narrows the title')
    .action(async (casePath: string, log: string, options: Options) => {
      const { why, host } = options;
      const request = { log, event: 'not-available' as const, why, host };
      await recordEntry(run, casePath, options, 'Recorded', 'log.state', request);
    });
}

function wantedLines({ id, title, host, state, why, exhibits, reviews, missing }: WantedLogView): string[] {
  const name = logName(title, host);
  const parts = [
    state === 'not-available' ? `not to be had: ${visibleText(why ?? 'withheld')}` : '',
    exhibits.join(' '),
    ...reviews.map(({ by, result }) => `read by ${visibleText(by)}: ${visibleText(result)}`),
    missing.length === 0 ? '' : `missing: ${gapsText(missing)}`,
  ].filter((part) => part !== '');
  return [`${id.padEnd(24)} ${name}`, ...(parts.length === 0 ? [] : [`    ${parts.join('; ')}`])];
}

function coverageCommands(log: Command, run: Run): void {
  log
    .command('covered')
    .argument('<case>')
    .description('say which log of which host was read from when to when, by whom, and what was found')
    .requiredOption('--source <log>', 'which log: a wanted one, or any other name')
    .requiredOption('--host <name>')
    .requiredOption('--from <time>')
    .requiredOption('--to <time>')
    .requiredOption('--found <text>', 'nothing, or what was found')
    .option('--by <name>', 'who read it (default: the author)')
    .option('--evidence <exhibit>', 'what holds the log; may be given several times', collect)
    .option('--replaces <entry>', 'the statement that this one takes the place of')
    .option('--at <time>', 'when it was read')
    .option('--zone <iana>', 'zone of the times (default: the zone of the case)')
    .action(async (casePath: string, options: CoveredOptions) => {
      const { source, host, from, to, by, found, evidence, replaces, at, zone } = options;
      const request = { source, host, from, to, by, found, evidence, replaces, at, zone };
      await recordEntry(run, casePath, options, 'Recorded', 'log.cover', request);
    });

  log
    .command('uncovered')
    .argument('<case>')
    .argument('<entry>', 'the statement that does not hold')
    .description('take a statement of coverage back; it stays in the record')
    .requiredOption('--why <text>')
    .action(async (casePath: string, entry: string, options: Options) =>
      recordEntry(run, casePath, options, 'Recorded', 'log.uncover', { entry, why: options.why ?? '' }),
    );

  log
    .command('coverage')
    .argument('<case>')
    .description('what of the time of the incident was read, of which log, and what nobody read')
    .option('--since <time>', 'default: the earliest that is suspected, detected or read')
    .option('--until <time>', 'default: the end of the incident, or now')
    .option('--zone <iana>', 'zone of the times (default: the zone of the case)')
    .action(async (casePath: string, options: { since?: string; until?: string; zone?: string }) => {
      const { context } = await run.start();
      const opened = await openFor(context, casePath, 'reading');
      const { since, until, zone } = options;
      const answer = await ask(context, 'log.coverage', given<'log.coverage'>({ since, until, zone }));
      const shown = zone ?? opened.zone;
      const { whole } = answer;
      const head =
        whole === null
          ? 'Nothing says when the incident was: no suspicion, no detection, no log that was read.'
          : `From ${localTime(whole.from, shown)} to ${localTime(whole.to, shown)} ${shown}`;
      context.output.done(
        answer,
        [head, ...answer.logs.flatMap((row) => coverageLines(row, shown))].join('\n'),
      );
    });
}

const READ = { whole: 'read as a whole', part: 'read in part', none: 'NOT READ' };

function coverageLines({ source, host, readings, gaps, read }: LogCoverageView, zone: string): string[] {
  const span = (from: string, to: string): string => `${localTime(from, zone)} to ${localTime(to, zone)}`;
  return [
    `${visibleText(source)}${host === null ? '' : ` of ${visibleText(host)}`}: ${READ[read]}`,
    ...readings.map(
      ({ from, to, by, finding, entry }) =>
        `    ${span(from, to)}  ${visibleText(by)}: ${finding === null ? 'nothing found' : visibleText(finding)}  [${entry.slice(0, 8)}]`,
    ),
    ...(read === 'part' ? gaps.map(({ from, to }) => `    ${span(from, to)}  nobody read it`) : []),
  ];
}

function rotationCommands(rotation: Command, run: Run): void {
  rotation
    .command('list')
    .argument('<case>')
    .description('jobs whose rotation is stopped, and how the host confirmed it')
    .action(async (casePath: string) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'reading');
      const answer = await ask(context, 'log.rotations', {});
      const lines = answer.rotations.map((one) => rotationLine(one, zone));
      context.output.done(answer, lines.join('\n') || 'Nobody said that a rotation of backups is stopped.');
    });

  const words = {
    stopped: 'say that the rotation of a backup job is stopped',
    confirmed: 'say how the host confirmed it',
    resumed: 'say that it goes on again, and why',
  } as const;
  for (const event of ['stopped', 'confirmed', 'resumed'] as const) {
    rotation
      .command(event)
      .argument('<case>')
      .argument('<job>', 'such as nightly-full')
      .description(words[event])
      .option('--host <name>')
      .option('--by <name>', 'who did it (default: the author)')
      .option('--until <time>', 'until when nothing is overwritten')
      .addOption(new Option('--proof <kind>', 'how it is confirmed').choices(['ticket', 'call', 'message']))
      .option('--reference <text>', 'number of the ticket, or with whom was spoken')
      .option('--why <text>')
      .option('--at <time>', 'when (default: now)')
      .option('--zone <iana>', 'zone of the times (default: the zone of the case)')
      .action(async (casePath: string, job: string, options: RotationOptions) => {
        const { host, by, until, proof, reference, why, at, zone } = options;
        const request = { job, event, host, by, until, proof, reference, why, at, zone };
        await recordEntry(run, casePath, options, 'Recorded', 'log.rotation', request);
      });
  }
}

function rotationLine({ job, host, state, by, until, confirmed }: RotationView, zone: string): string {
  const of = host === null ? '' : ` of ${visibleText(host)}`;
  const limit = until === null ? '' : `, until ${localTime(until, zone)} ${zone}`;
  const proof =
    confirmed === null
      ? state === 'stopped'
        ? ', NOT CONFIRMED by the host'
        : ''
      : `, confirmed by ${confirmed.proof} ${visibleText(confirmed.reference ?? '')}`;
  return `${state.padEnd(9)} ${visibleText(job)}${of}, by ${visibleText(by)}${limit}${proof}`;
}
