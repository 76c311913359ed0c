import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { PlanGateLineView, PlanPhase, PlanStepView } from '../../contract/plan.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { visibleText } from '../../domain/file-name.ts';
import { PLAN_LIMITS } from '../../domain/plan/plan.ts';
import { ask } from '../call.ts';
import { localTime } from '../local-time.ts';
import { writeNew } from '../new-file.ts';
import { recordEntry } from '../record-entry.ts';
import { type Register, type Run, collect } from '../register.ts';
import { openFor } from '../with-case.ts';
import { writeDocument } from '../write-document.ts';

interface StepOptions {
  readonly why?: string;
  readonly by?: string;
  readonly at?: string;
  readonly zone?: string;
  readonly evidence?: string[];
  readonly whyBeforeEvidence?: string;
  readonly continueOlder?: boolean;
}

interface LinkOptions {
  readonly evidence?: string[];
  readonly entry?: string[];
  readonly continueOlder?: boolean;
}

interface AddOptions {
  readonly for?: string;
  readonly due?: string;
  readonly zone?: string;
  readonly continueOlder?: boolean;
}

/** The incident response plan of a case. */
export const planCommands: Register = (program, run) => {
  const plan = program.command('plan').description('the incident response plan of a case');
  showCommand(plan, run);
  stepCommands(plan, run);
  documentCommands(plan, run);
};

function showCommand(plan: Command, run: Run): void {
  plan
    .command('show')
    .argument('<case>')
    .description('phases and steps, with who is to do them, when they are due, and what was said of them')
    .action(async (casePath: string) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'reading');
      const shown = await ask(context, 'plan.show', {});
      const lines = [
        `${visibleText(shown.title)}, version ${shown.version}`,
        ...(shown.unusable === null ? [] : [shown.unusable]),
        ...shown.phases.flatMap((phase) => phaseLines(phase, zone, shown.phase.includes(phase.id))),
      ];
      context.output.done(shown, lines.join('\n'));
    });
}

function phaseLines({ title, steps, gate }: PlanPhase, zone: string, isNow: boolean): string[] {
  const behind = steps.filter(({ state }) => state === 'done' || state === 'skipped').length;
  return [
    '',
    `${visibleText(title)}  ${behind} of ${steps.length}${isNow ? '  (now)' : ''}`,
    ...steps.map((step) => stepLine(step, zone)),
    ...gate.map((line) => gateText(line)),
  ];
}

const ANSWERS = {
  yes: 'yes',
  no: 'no',
  'not-applicable': 'does not apply',
  unanswered: 'not answered',
} as const;

function gateText({ id, title, shown, answer }: PlanGateLineView): string {
  const record =
    shown === null
      ? ''
      : shown.holds
        ? `, shown by the record ${shown.exhibits.join(' ')}`.trimEnd()
        : `, lacks ${shown.lacks.join(', ')}`;
  const why = answer?.why == null ? '' : `: ${visibleText(answer.why)}`;
  const who = answer?.by == null ? '' : ` by ${visibleText(answer.by)}`;
  const against = answer?.against === true ? ', although the record showed it' : '';
  const said = answer === null ? '' : `, answered${who}: ${ANSWERS[answer.answer]}${against}${why}`;
  return `  gate ${id.padEnd(23)} ${visibleText(title)}${record}${said}`;
}

const MARKS = { open: '[ ]', done: '[x]', skipped: '[-]', reopened: '[!]' } as const;

function stepLine(
  { id, title, role, state, due, said, exhibits, entries }: PlanStepView,
  zone: string,
): string {
  const last = said.at(-1);
  const when = last === undefined ? '' : `, ${state} ${localTime(last.at, zone)}`;
  const reason = last?.why == null ? '' : `: ${visibleText(last.why)}`;
  const open = state === 'open' || state === 'reopened';
  return [
    `  ${MARKS[state]} ${id.padEnd(24)} ${visibleText(title)}`,
    role === null ? '' : ` (${visibleText(role)})`,
    open && due !== null ? `, due ${localTime(due, zone)}` : '',
    when,
    reason,
    exhibits.length === 0 ? '' : `  ${exhibits.map(({ exhibit }) => exhibit).join(' ')}`,
    entries.length === 0 ? '' : `  entries ${entries.map(({ entry }) => entry.slice(0, 8)).join(' ')}`,
    said.length > 1 ? `; ${said.length} copies say different things` : '',
  ].join('');
}

function stepCommands(plan: Command, run: Run): void {
  plan
    .command('step')
    .argument('<case>')
    .argument('<step>', 'its id, or a unique beginning of it')
    .argument('<state>', 'done, skipped or reopened')
    .description('say that a step is done, skipped with a reason, or open again')
    .option('--why <text>')
    .option('--by <name>', 'who did it (default: the author)')
    .option('--at <time>', 'when (default: now)')
    .option('--zone <iana>', 'zone of --at (default: the zone of the case)')
    .option('--evidence <exhibit>', 'what shows it; may be given several times', collect)
    .option('--why-before-evidence <text>', 'why it is done before the evidence is collected')
    .action(async (casePath: string, step: string, state: string, options: StepOptions) => {
      const { why, by, at, zone, evidence, whyBeforeEvidence: beforeEvidence } = options;
      const request = { step, state: stateOf(state), why, by, at, zone, evidence, beforeEvidence };
      await recordEntry(run, casePath, options, 'Recorded', 'plan.step', request);
    });

  plan
    .command('link')
    .argument('<case>')
    .argument('<step>', 'its id, or a unique beginning of it')
    .description('link exhibits and entries to a step')
    .option('--evidence <exhibit>', 'may be given several times', collect)
    .option('--entry <id>', 'or 8 digits of it; may be given several times', collect)
    .action(async (casePath: string, step: string, options: LinkOptions) => {
      const { evidence, entry: entries } = options;
      await recordEntry(run, casePath, options, 'Linked', 'plan.link', { step, evidence, entries });
    });

  plan
    .command('add')
    .argument('<case>')
    .argument('<phase>', 'preparation, identification, containment, eradication or review')
    .argument('<title>')
    .description('add a step to the plan of this case')
    .option('--for <role>', 'who is to do it, such as role-owner')
    .option('--due <time>')
    .option('--zone <iana>', 'zone of --due (default: the zone of the case)')
    .action(async (casePath: string, phase: string, title: string, options: AddOptions) => {
      const { for: role, due, zone } = options;
      await recordEntry(run, casePath, options, 'Added', 'plan.add-step', { phase, title, role, due, zone });
    });
}

function stateOf(typed: string): 'done' | 'skipped' | 'reopened' {
  if (typed === 'done' || typed === 'skipped' || typed === 'reopened') return typed;
  throw new CaseError('wrong-use', { reason: `A step is done, skipped or reopened, and not “${typed}”.` });
}

function documentCommands(plan: Command, run: Run): void {
  plan
    .command('export')
    .argument('<case>')
    .argument('<file>', 'where to write it')
    .description('write the plan of a case into a file that another laptop can take in')
    .action(async (casePath: string, file: string) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'reading');
      const { document, title } = await ask(context, 'plan.export', {});
      const path = context.path(file);
      const bytes = Buffer.from(document);
      writeNew(context, path, bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      context.output.done({ path, size: bytes.length, sha256, title }, `Written: ${visibleText(path)}`);
    });

  plan
    .command('print')
    .argument('<case>')
    .requiredOption('--out <file>', 'file to create: .html or .pdf')
    .description('the plan of a case on paper, with what was said of its steps')
    .action(async (casePath: string, { out }: { readonly out: string }) =>
      writeDocument(run, { what: 'plan', casePath, out, purpose: 'reading' }),
    );

  plan
    .command('import')
    .argument('<case>')
    .argument('<file>')
    .description('put another plan in the place of the one of a case; what was said of its steps stays')
    .action(async (casePath: string, file: string, options: { continueOlder?: boolean }) => {
      const { context } = await run.start();
      const document = planFile(context.path(file));
      await recordEntry(run, casePath, options, 'Taken in', 'plan.import', {
        document,
        file: basename(file),
      });
    });
}

function planFile(path: string): string {
  try {
    if (statSync(path).size > PLAN_LIMITS.bytes) {
      throw new CaseError('too-large', { what: path, limit: '1 MiB', remedy: 'It is no plan.' });
    }
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw error instanceof CaseError ? error : asFileError(error, path);
  }
}
