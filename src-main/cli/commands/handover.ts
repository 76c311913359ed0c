import { createHash } from 'node:crypto';
import { Argument } from 'commander';
import type { HandoverView } from '../../contract/handover.ts';
import { CaseError } from '../../domain/errors.ts';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import { localTime } from '../local-time.ts';
import { printerFor, writeNew } from '../new-file.ts';
import { recordEntry } from '../record-entry.ts';
import type { Register, Run } from '../register.ts';
import { signedName } from '../signed-name.ts';
import { openFor } from '../with-case.ts';

interface Options {
  readonly to?: string;
  readonly note?: string;
  readonly out?: string;
  readonly continueOlder?: boolean;
}

/** “I am off, you have it.” */
export const handoverCommands: Register = (program, run) => {
  program
    .command('handover')
    .argument('<case>')
    .addArgument(new Argument('[accept]', 'accept: take the last one over').choices(['accept']))
    .description(
      'hand the incident over with --to, take it over with accept; without both: what was handed over',
    )
    .option('--to <name>', 'who takes over')
    .option('--note <text>', 'what they must know; with accept: a remark')
    .option('--out <file>', 'write the last one as a page: .html or .pdf')
    .action(async (casePath: string, accept: string | undefined, options: Options) => {
      const { to, note, out } = options;
      if ([accept, to, out].filter((one) => one !== undefined).length > 1) {
        throw new CaseError('wrong-use', { reason: 'Give one of --to, --out and accept.' });
      }
      if (accept !== undefined) {
        await recordEntry(run, casePath, options, 'Taken over', 'handover.accept', { remark: note });
      } else if (to !== undefined) {
        const more = '\nIt is taken over when they run: handover CASE accept --as NAME';
        await recordEntry(run, casePath, options, 'Handed over', 'handover.give', { to, note }, more);
      } else if (out === undefined) await show(run, casePath);
      else await print(run, casePath, out);
    });
};

async function show(run: Run, casePath: string): Promise<void> {
  const { context } = await run.start();
  const { zone } = await openFor(context, casePath, 'reading');
  const answer = await ask(context, 'handover.list', {});
  const lines = answer.handovers.flatMap((one, at) => handoverLines(one, zone, at === 0));
  context.output.done(
    answer,
    lines.join('\n') || 'Nothing was handed over. `handover CASE --to NAME` does it.',
  );
}

function handoverLines(handover: HandoverView, zone: string, whole: boolean): string[] {
  const { from, to, at, note, accepted, superseded, steps, deadlines, entries } = handover;
  const taken =
    accepted.length > 0
      ? `taken over by ${accepted.map(({ by, at: when }) => `${signedName(by)} ${localTime(when, zone)}`).join(', ')}`
      : superseded
        ? 'not taken over; a later one took its place'
        : 'NOT YET TAKEN OVER';
  const head = `${localTime(at, zone)} ${zone}  ${signedName(from)} to ${visibleText(to)}: ${taken}`;
  if (!whole) return [head];
  return [
    head,
    ...(note === null ? [] : [`  ${visibleText(note)}`]),
    ...deadlines.map(({ title, due }) => `  due ${localTime(due, zone)}  ${visibleText(title)}`),
    ...steps.map(
      ({ title, due }) => `  [ ] ${visibleText(title)}${due === null ? '' : `, due ${localTime(due, zone)}`}`,
    ),
    ...entries.map(
      (entry) => `  ${localTime(entry.occurred?.utc ?? entry.recorded, zone)}  ${visibleText(entry.text)}`,
    ),
  ];
}

async function print(run: Run, casePath: string, out: string): Promise<void> {
  const { context } = await run.start();
  const path = context.path(out);
  const isPage = /\.html?$/iu.test(path);
  if (!isPage && !/\.pdf$/iu.test(path)) {
    throw new CaseError('wrong-use', { reason: 'Give --out a name that ends in .html or .pdf.' });
  }
  const printPdf = isPage ? null : printerFor(path, context.printPdf);
  await openFor(context, casePath, 'reading');
  const page = await ask(context, 'handover.page', { for: isPage ? 'page' : 'paper' });
  const bytes = printPdf === null ? Buffer.from(page.html) : await printPdf(page);
  writeNew(context, path, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  context.output.done({ path, size: bytes.length, sha256 }, `Written, not encrypted: ${visibleText(path)}`);
}
