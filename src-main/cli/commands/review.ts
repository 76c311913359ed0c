import { createHash } from 'node:crypto';
import { Argument } from 'commander';
import type { ReviewItemView, ReviewView } from '../../contract/review.ts';
import { reviewPartSchema } from '../../contract/review.ts';
import { CaseError } from '../../domain/errors.ts';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import type { CliContext } from '../context.ts';
import { localTime } from '../local-time.ts';
import { writeNew } from '../new-file.ts';
import { recordEntry } from '../record-entry.ts';
import type { Register, Run } from '../register.ts';
import { reviewLines } from '../review-text.ts';
import { openFor } from '../with-case.ts';

interface Options {
  readonly owner?: string;
  readonly due?: string;
  readonly why?: string;
  readonly by?: string;
  readonly remark?: string;
  readonly lateWhy?: string;
  readonly at?: string;
  readonly zone?: string;
  readonly out?: string;
  readonly intoPreparation?: boolean;
  readonly continueOlder?: boolean;
}

const SETTLED = { done: 'done', dropped: 'dropped', reopened: 'open' } as const;

const WHATS = [
  'show',
  'set',
  'cause',
  'question',
  'improvement',
  'done',
  'dropped',
  'reopened',
  'excerpt',
  'no-excerpt',
  'approve',
  'export',
] as const;

type What = (typeof WHATS)[number];

/** What is looked at after the end of the incident. */
export const reviewCommands: Register = (program, run) => {
  program
    .command('review')
    .argument('<case>')
    .addArgument(new Argument('<what>').choices(WHATS))
    .argument('[words...]', 'set PART TEXT · cause|question|improvement TEXT · done ITEM · excerpt ENTRY')
    .description('look back after the end: what happened, what worked, causes, questions, improvements')
    .option('--owner <name>', 'who sees to a question or an improvement')
    .option('--due <time>', 'until when')
    .option('--why <text>', 'of one that is dropped')
    .option('--by <name>', 'who approves the review')
    .option('--remark <text>', 'of the approval')
    .option('--late-why <text>', 'of an approval that comes after it was due')
    .option('--at <time>', 'when it was done or approved (default: now)')
    .option('--zone <iana>', 'zone of the times (default: the zone of the case)')
    .option('--out <file>', 'of export: the plan file to create')
    .option('--into-preparation', 'of export: put the improvements into the plan of the preparation')
    .action(async (casePath: string, what: What, words: readonly string[], options: Options) => {
      const [first = '', second] = words;
      refuseMoreWords(what, words);
      switch (what) {
        case 'show':
          return show(run, casePath);
        case 'export':
          return exportPlan(run, casePath, options);
        case 'set':
          return recordEntry(run, casePath, options, 'Written', 'review.write', {
            part: partOf(first),
            text: second ?? '',
          });
        case 'cause':
        case 'question':
        case 'improvement': {
          const { owner, due, zone } = options;
          const request = { list: what, text: first, owner, due, zone };
          return recordEntry(run, casePath, options, 'Added', 'review.add', request);
        }
        case 'done':
        case 'dropped':
        case 'reopened': {
          const { why, at, zone } = options;
          const request = { item: first, state: SETTLED[what], why, at, zone };
          return recordEntry(run, casePath, options, 'Recorded', 'review.settle', request);
        }
        case 'excerpt':
        case 'no-excerpt': {
          const request = { entry: first, shown: what === 'excerpt' };
          return recordEntry(run, casePath, options, 'Recorded', 'review.excerpt', request);
        }
        case 'approve': {
          const { by = '', remark, lateWhy, at, zone } = options;
          const request = { by, remark, lateWhy, at, zone };
          return recordEntry(run, casePath, options, 'Approved', 'review.approve', request);
        }
      }
    });
};

/** How many words each takes besides its options. */
function refuseMoreWords(what: What, words: readonly string[]): void {
  const wanted = what === 'set' ? 2 : ['show', 'approve', 'export'].includes(what) ? 0 : 1;
  if (words.length === wanted) return;
  const usage = { 0: what, 1: `${what} TEXT`, 2: 'set PART TEXT' }[wanted] ?? what;
  throw new CaseError('wrong-use', { reason: `Write \`review CASE ${usage}\`, a text in quotes.` });
}

function partOf(typed: string) {
  const part = reviewPartSchema.safeParse(typed);
  if (part.success) return part.data;
  throw new CaseError('wrong-use', {
    reason: `The parts of a review are ${reviewPartSchema.options.join(', ')}, and not “${typed}”.`,
  });
}

async function show(run: Run, casePath: string): Promise<void> {
  const { context } = await run.start();
  const { zone } = await openFor(context, casePath, 'reading');
  const review: ReviewView = await ask(context, 'review.show', {});
  context.output.done(review, reviewLines(review, zone).join('\n'));
}

async function exportPlan(run: Run, casePath: string, options: Options): Promise<void> {
  const { out, intoPreparation } = options;
  if ((out === undefined) === (intoPreparation !== true)) {
    throw new CaseError('wrong-use', { reason: 'Give --out FILE, or --into-preparation.' });
  }
  const { context } = await run.start();
  const { zone } = await openFor(context, casePath, 'reading');
  if (out === undefined) {
    const done = await ask(context, 'review.into-preparation', {});
    context.output.done(
      done,
      `The preparation has ${visibleText(done.title)}, version ${done.version}. It counts for new cases once \`prep approve\` says so.`,
    );
    return;
  }
  const { document, title, version, improvements } = await ask(context, 'review.export', {});
  writePlan(context, out, document, { title, version, improvements, zone });
}

function writePlan(
  context: CliContext,
  out: string,
  document: string,
  said: {
    readonly title: string;
    readonly version: number;
    readonly improvements: readonly ReviewItemView[];
    readonly zone: string;
  },
): void {
  const path = context.path(out);
  const bytes = Buffer.from(document);
  writeNew(context, path, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { title, version, improvements, zone } = said;
  const lines = improvements.map(
    ({ text, owner, due }) =>
      `  ${visibleText(text)}${owner === null ? '' : `, ${visibleText(owner)}`}${due === null ? '' : `, until ${localTime(due, zone)}`}`,
  );
  context.output.done(
    { path, size: bytes.length, sha256, title, version, improvements },
    [
      `${visibleText(path)}: ${visibleText(title)}, version ${version}, with ${improvements.length} improvements as steps of the preparation`,
      ...lines,
    ].join('\n'),
  );
}
