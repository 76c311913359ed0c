import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Inspected, LogImported, LogSource, ReadAs } from '../../contract/log-index.ts';
import { CaseError } from '../../domain/errors.ts';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import type { CliContext } from '../context.ts';
import { localTime } from '../local-time.ts';
import { type Run, collect, wholeNumber } from '../register.ts';
import { openFor } from '../with-case.ts';

interface ImportOptions {
  readonly format: string;
  readonly zone?: string;
  readonly year?: number;
  readonly map?: string[];
  readonly clockOffset?: number;
  readonly preview?: boolean;
  readonly continueOlder?: boolean;
}

/** Short names of formats, beside the ids of their readers. */
const FORMATS: Readonly<Record<string, string>> = {
  iis: 'iis-w3c',
  defender: 'mplog',
  iptables: 'netfilter',
};

/** `log import`, `log sources`, `log index drop`: what can be searched. */
export function logImportCommands(log: Command, run: Run): void {
  log
    .command('import')
    .argument('<case>')
    .argument('<log...>', 'exhibits, or files: a file becomes an exhibit by reference first')
    .description('read logs into the index, so that they can be searched')
    .option(
      '--format <name>',
      'auto, iis, iis-native, evtx, evtx-xml, fusionreactor, cloudflare, clamav, defender, pfirewall, iptables, syslog, clf, csv or jsonl',
      'auto',
    )
    .option('--zone <iana>', 'zone of times that have none of their own')
    .option('--year <year>', 'year of the first row, where dates have none', wholeNumber)
    .option('--map <column=field>', 'what a column of a table is; may be given several times', collect)
    .option('--clock-offset <seconds>', 'by how much the clock of the log was ahead', wholeNumber)
    .option('--preview', 'say what was recognised and write nothing')
    .action(async (casePath: string, given: string[], options: ImportOptions) => {
      const { context, jobs } = await run.start();
      if (options.preview === true) {
        await openFor(context, casePath, 'reading');
        const { files } = await ask(context, 'log.inspect', sorted(context, given));
        context.output.done({ files }, files.map((file) => previewLine(file)).join('\n'));
        run.exit(files.every(({ fault, proposals }) => fault === null && proposals.length > 0) ? 0 : 1);
        return;
      }
      const { zone } = await openFor(context, casePath, 'writing', options.continueOlder);
      const { paths, exhibits } = sorted(context, given);
      const added: string[] = [];
      for (const path of paths) {
        const started = await ask(context, 'evidence.add', { paths: [path], mode: 'reference', type: 'log' });
        const result = (await jobs.result(started)) as { readonly exhibits: readonly { exhibit: string }[] };
        added.push(...result.exhibits.map(({ exhibit }) => exhibit));
      }
      const { files } = await ask(context, 'log.inspect', { paths: [], exhibits: [...exhibits, ...added] });
      const items = files.map((file) => ({
        exhibit: file.exhibit ?? '',
        member: file.member,
        readAs: readAsGiven(file, options),
        ...(options.clockOffset === undefined ? {} : { clockOffset: options.clockOffset }),
      }));
      const imported = (await jobs.result(await ask(context, 'log.import', { items }))) as LogImported;
      const lines = imported.sources.flatMap((source) => sourceLines(source, zone));
      context.output.done(imported, lines.join('\n'));
      run.exit(imported.problems === 0 ? 0 : 1);
    });

  log
    .command('sources')
    .argument('<case>')
    .description('logs that are searched: rows, times covered, silences and problems of each')
    .action(async (casePath: string) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'reading');
      const answer = await ask(context, 'log.sources', {});
      const lines = answer.sources.flatMap((source) => sourceLines(source, zone));
      context.output.done(answer, lines.join('\n') || 'No log was read yet. `log import` reads one.');
    });

  log
    .command('index')
    .description('the index beside the case, which can be made again at any time')
    .command('drop')
    .argument('<case>')
    .description('remove it; exhibits and record stay as they are')
    .action(async (casePath: string) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'reading');
      await ask(context, 'log.drop', {});
      context.output.done({}, 'The index is removed. `log import` makes it again.');
    });
}

/** A label of an exhibit is one, unless a file of that name lies here. */
function sorted(
  context: CliContext,
  given: readonly string[],
): { readonly paths: string[]; readonly exhibits: string[] } {
  const isExhibit = (text: string): boolean => /^EV-[A-Z]*\d+/.test(text) && !existsSync(context.path(text));
  return {
    paths: given.filter((text) => !isExhibit(text)).map((text) => context.path(text)),
    exhibits: given.filter((text) => isExhibit(text)),
  };
}

/**
 * What was said, over what was recognised; null where nothing was said.
 * @throws CaseError `wrong-use` where something is missing
 */
function readAsGiven(file: Inspected, { format, zone, year, map = [] }: ImportOptions): ReadAs | null {
  if (format === 'auto' && zone === undefined && year === undefined && map.length === 0) return null;
  const name = file.member === '' ? (file.exhibit ?? file.name) : `${file.exhibit ?? ''}/${file.member}`;
  const best = file.proposals[0];
  const reader = format === 'auto' ? (file.remembered?.reader ?? best?.reader) : (FORMATS[format] ?? format);
  if (reader === undefined) {
    const reason = file.fault ?? `What kind of log ${name} is was not recognised.`;
    throw new CaseError('wrong-use', { reason, cli: 'Say it with `--format NAME`.' });
  }
  const asks = file.proposals.find((proposal) => proposal.reader === reader)?.asks;
  if (asks?.zone === true && zone === undefined) {
    const reason = `${name} writes local times and no zone (${reader}). Say in which zone its clock was.`;
    throw new CaseError('wrong-use', { reason, cli: 'Such as `--zone Europe/Berlin`.' });
  }
  return {
    reader,
    zone: zone ?? null,
    year: year ?? asks?.year ?? null,
    columns: Object.fromEntries(map.map((text) => columnGiven(text))),
  };
}

function columnGiven(text: string): [string, string] {
  const at = text.lastIndexOf('=');
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw new CaseError('wrong-use', { reason: `“${text}” is no column with a field. Write COLUMN=FIELD.` });
}

function previewLine({ name, proposals, fault, isIndexed }: Inspected): string {
  const [best] = proposals;
  const what =
    fault ??
    (best === undefined
      ? 'not recognised'
      : [
          best.reader,
          best.asks.zone ? 'asks for --zone' : '',
          best.asks.year === null
            ? ''
            : best.asks.year === 0
              ? 'asks for --year'
              : `first year ${best.asks.year}`,
          isIndexed ? 'read already' : '',
        ]
          .filter((part) => part !== '')
          .join(', '));
  return `${visibleText(name)}  ${what}`;
}

const STATES = {
  indexed: '',
  partial: ', not read to its end',
  missing: ', NOT IN THE INDEX of this laptop',
  'not-here': ', NOT IN THE INDEX, and its bytes are not here',
};

function sourceLines(source: LogSource, zone: string): string[] {
  const { exhibit, member, title, readAs, rows, undated, first, last, problems, gaps, state } = source;
  const span = (from: string, to: string): string => `${localTime(from, zone)} to ${localTime(to, zone)}`;
  const name = `${exhibit}${member === '' ? '' : `/${visibleText(member)}`}`;
  const shift = source.clockOffset === 0 ? '' : `, clock ${source.clockOffset} s ahead, corrected`;
  return [
    `${name}  ${visibleText(title)}: ${rows} rows of ${readAs.reader}${shift}${STATES[state]}`,
    ...(first === null || last === null ? [] : [`    ${span(first, last)} ${zone}`]),
    ...(undated === 0 ? [] : [`    ${undated} rows without a time`]),
    ...gaps.map(({ from, to }) => `    silent ${span(from, to)}`),
    ...source.repeats.map((repeat) => `    ${repeat.rows} rows stand in ${visibleText(repeat.of)}, too`),
    ...(source.proof === 'changed'
      ? [`    CHANGED since it became an exhibit: these rows are no evidence of ${exhibit}`]
      : []),
    ...problems.map(({ kind, count }) => `    ${count} × ${kind}`),
  ];
}
