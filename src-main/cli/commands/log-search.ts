import { setTimeout } from 'node:timers/promises';
import type { Command } from 'commander';
import type { ResponseOf } from '../../contract/index.ts';
import type { LogRow } from '../../contract/log-search.ts';
import { CaseError } from '../../domain/errors.ts';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import type { CliContext } from '../context.ts';
import { localTime } from '../local-time.ts';
import { type Run, wholeNumber } from '../register.ts';
import { entryLine } from '../text.ts';
import { openFor } from '../with-case.ts';
import { findingNamed } from './log-findings.ts';

interface SearchOptions {
  readonly since?: string;
  readonly until?: string;
  readonly zone?: string;
  readonly limit: number;
  readonly count?: boolean;
}

interface StatsOptions extends Omit<SearchOptions, 'limit' | 'count'> {
  readonly by: string;
  readonly top: number;
}

interface PinOptions {
  readonly note?: string;
  readonly finding?: string;
  readonly continueOlder?: boolean;
}

const SINCE = ['--since <time>', 'as --at of a note: 02:14, 2026-11-17 02:14, ISO 8601'] as const;
const ZONE = ['--zone <iana>', 'zone of the times (default: the zone of the case)'] as const;

/** `log search`, `log stats`, `log row`, `log pin`. */
export function logSearchCommands(log: Command, run: Run): void {
  log
    .command('search')
    .argument('<case>')
    .argument(
      '[query...]',
      'words, "phrases", field:value, field>=400, NOT, OR, brackets, * (all of it one text)',
    )
    .description('find rows in all logs that were read, in the order of time')
    .option(...SINCE)
    .option('--until <time>')
    .option(...ZONE)
    .option('--limit <number>', 'rows that are shown', wholeNumber, 100)
    .option('--count', 'count only')
    .action(async (casePath: string, query: string[], options: SearchOptions) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'reading');
      const found = await searched(
        context,
        query.join(' '),
        options,
        options.count === true ? 1 : options.limit,
      );
      const rows = options.count === true ? [] : found.page;
      const { matched, looked } = await counted(context, found.search, []);
      context.output.done(
        { matched, looked, rows },
        [...rows.map((row) => rowLine(row, options.zone ?? zone)), `${matched} of ${looked} rows`].join('\n'),
      );
    });

  log
    .command('stats')
    .argument('<case>')
    .argument('[query...]')
    .description('how often each value of a field stands in what was found')
    .requiredOption('--by <field>', 'address, path, status, user, agent, event, method, action, source …')
    .option('--top <number>', 'values that are shown', wholeNumber, 20)
    .option(...SINCE)
    .option('--until <time>')
    .option(...ZONE)
    .action(async (casePath: string, query: string[], options: StatsOptions) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'reading');
      const found = await searched(context, query.join(' '), options, 1);
      const { matched, looked, facets } = await counted(context, found.search, [options.by], options.top);
      const [facet] = facets;
      const lines = facet?.values.map(
        ({ value, rows }) => `${String(rows).padStart(9)}  ${visibleText(value)}`,
      );
      context.output.done(
        { matched, looked, by: options.by, values: facet?.values ?? [], distinct: facet?.distinct ?? 0 },
        [...(lines ?? []), `${matched} of ${looked} rows, ${facet?.distinct ?? 0} values`].join('\n'),
      );
    });

  log
    .command('row')
    .argument('<case>')
    .argument('<row>', 'label and line: EV-003:88431')
    .description('all of one row: its text, its fields, its place and the hash of its exhibit')
    .action(async (casePath: string, ref: string) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'reading');
      const found = await ask(context, 'log.row', { ref });
      const lines = [
        rowLine(found.row, zone),
        ...found.fields.map(({ name, value }) => `  ${visibleText(name)}: ${visibleText(value)}`),
        ...(found.decoded === null ? [] : [`  decoded: ${visibleText(found.decoded)}`]),
        ...(found.meaning === null ? [] : [`  means: ${found.meaning}`]),
        `  at byte ${found.offset} of ${found.row.exhibit}, sha256 ${found.sha256 ?? 'unknown'}`,
      ];
      context.output.done(found, lines.join('\n'));
    });

  log
    .command('pin')
    .argument('<case>')
    .argument('[row...]', 'label and line: EV-003:88431')
    .description('make rows one entry of the timeline, with text, place and hash')
    .option('--note <text>', 'what they mean')
    .option('--finding <id>', 'the rows of a finding (the first 200), or that the given rows belong to it')
    .action(async (casePath: string, rows: string[], options: PinOptions) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'writing', options.continueOlder);
      const finding = options.finding === undefined ? null : await findingNamed(context, options.finding);
      const chosen = rows.length === 0 ? (finding?.evidence ?? []) : rows;
      if (chosen.length === 0) {
        const reason = 'Say which rows are meant: EV-003:88431, or those of a finding by --finding.';
        throw new CaseError('wrong-use', { reason });
      }
      const { entry } = await ask(context, 'log.pin', {
        rows: chosen,
        remark: options.note ?? null,
        finding: finding?.id ?? null,
      });
      context.output.done({ entry }, `Pinned. ${entryLine(entry, zone).trim()}`);
    });
}

const searched = (
  context: CliContext,
  query: string,
  { since, until, zone }: Omit<SearchOptions, 'limit'>,
  limit: number,
): Promise<ResponseOf<'log.search'>> =>
  ask(context, 'log.search', {
    query,
    since: since ?? null,
    until: until ?? null,
    ...(zone === undefined ? {} : { zone }),
    limit: Math.max(1, Math.min(limit, 1000)),
  });

/** Milliseconds between two looks at how far the counting is. */
const LOOK = 20;

async function counted(
  context: CliContext,
  search: number,
  facets: string[],
  top = 20,
): Promise<ResponseOf<'log.progress'>> {
  for (;;) {
    const state = await ask(context, 'log.progress', {
      search,
      bins: 0,
      from: null,
      to: null,
      facets: [],
      top: 1,
    });
    if (state.isDone) break;
    await setTimeout(LOOK);
  }
  return ask(context, 'log.progress', { search, bins: 0, from: null, to: null, facets, top });
}

/** Hidden characters are written out: a log may hold anything. */
function rowLine({ exhibit, line, time, flags, raw }: LogRow, zone: string): string {
  const marks = flags.length === 0 ? '' : ` [${flags.join(', ')}]`;
  return `${time === null ? 'no time' : localTime(time, zone)}  ${exhibit}:${line}${marks}  ${visibleText(raw)}`;
}
