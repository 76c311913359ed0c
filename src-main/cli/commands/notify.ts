import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Command } from 'commander';
import type { NoticeRecipient } from '../../contract/notice.ts';
import { CaseError } from '../../domain/errors.ts';
import { visibleText } from '../../domain/file-name.ts';
import { sentFile } from '../../engine/sent-file.ts';
import { ask } from '../call.ts';
import { writeNew } from '../new-file.ts';
import { given, recordEntry } from '../record-entry.ts';
import { type Register, type Run, collect } from '../register.ts';
import { entryLine } from '../text.ts';
import { openFor } from '../with-case.ts';

interface WhyOptions {
  readonly why?: string;
  readonly continueOlder?: boolean;
}

interface AddOptions extends WhyOptions {
  readonly to: string[];
  readonly cc: string[];
}

interface DraftOptions {
  readonly out: string;
  readonly to: readonly string[];
  readonly cc: readonly string[] | false;
  readonly subject?: string;
  readonly continueOlder?: boolean;
}

interface SentOptions {
  readonly via: string;
  readonly by?: string;
  readonly messageId?: string;
  readonly file?: string;
  readonly lateWhy?: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly at?: string;
  readonly zone?: string;
  readonly continueOlder?: boolean;
}

const RECIPIENT = 'a recipient of the plan, such as amazon, or a name that was added';

/** Telling third parties. Nothing is sent by this program. */
export const notifyCommands: Register = (program, run) => {
  const notify = program.command('notify').description('who has to be told, and what was done about it');
  listCommand(notify, run);
  addCommand(notify, run);
  decisionCommands(notify, run);
  draftCommand(notify, run);
  sentCommand(notify, run);
};

function listCommand(notify: Command, run: Run): void {
  notify
    .command('list')
    .argument('<case>')
    .description('everybody whom the plan or the case names, and what was decided and done')
    .action(async (casePath: string) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'reading');
      const list = await ask(context, 'notice.list', {});
      context.output.done(list, list.recipients.flatMap((one) => recipientLines(one, zone)).join('\n'));
    });
}

function recipientLines(
  { id, title, need, needed, state, to, entries }: NoticeRecipient,
  zone: string,
): string[] {
  const decided =
    needed.length === 0 ? (need === 'always' ? 'has to be told' : 'not decided yet') : needed.join(' | ');
  const how = to.length === 0 ? '' : `, ${to.join(', ')}`;
  return [
    `${id.padEnd(12)} ${visibleText(title)}${how}: ${decided}, ${state}`,
    ...entries.map((entry) => entryLine(entry, zone)),
  ];
}

function addCommand(notify: Command, run: Run): void {
  notify
    .command('add')
    .argument('<case>')
    .argument('<name>', 'such as “Police” or the name of a company')
    .requiredOption('--why <text>', 'why they have to be told')
    .option('--to <address>', 'where they are reached; may be given several times', collect, [])
    .option('--cc <address>', 'who gets a copy; may be given several times', collect, [])
    .description('add somebody who has to be told and is not in the plan')
    .action(async (casePath: string, name: string, options: AddOptions) => {
      const { why, to, cc } = options;
      await recordEntry(run, casePath, options, 'Recorded', 'notice.add', { name, why: why ?? '', to, cc });
    });
}

function decisionCommands(notify: Command, run: Run): void {
  notify
    .command('needed')
    .argument('<case>')
    .argument('<recipient>', RECIPIENT)
    .argument('<answer>', 'yes, no or undecided')
    .requiredOption('--why <text>')
    .description('decide whether somebody has to be told')
    .action(async (casePath: string, recipient: string, answer: string, options: WhyOptions) => {
      const event = NEEDED[answer];
      if (event === undefined) {
        throw new CaseError('wrong-use', {
          reason: `The answer is yes, no or undecided, and not “${answer}”.`,
        });
      }
      const request = { recipient, event, why: options.why };
      await recordEntry(run, casePath, options, 'Recorded', 'notice.record', request);
    });

  notify
    .command('declined')
    .argument('<case>')
    .argument('<recipient>', RECIPIENT)
    .requiredOption('--why <text>')
    .description('record the decision not to tell somebody')
    .action(async (casePath: string, recipient: string, options: WhyOptions) => {
      const request = { recipient, event: 'declined' as const, why: options.why };
      await recordEntry(run, casePath, options, 'Recorded', 'notice.record', request);
    });

  notify
    .command('answered')
    .argument('<case>')
    .argument('<recipient>', RECIPIENT)
    .argument('<text>', 'what they answered')
    .option('--at <time>', 'when (default: now)')
    .option('--zone <iana>', 'zone of --at (default: the zone of the case)')
    .description('record an answer')
    .action(async (casePath: string, recipient: string, message: string, options: SentOptions) => {
      const { at, zone } = options;
      const request = { recipient, event: 'answered' as const, message, at, zone };
      await recordEntry(run, casePath, options, 'Recorded', 'notice.record', request);
    });
}

const NEEDED: Readonly<Record<string, 'needed' | 'not-needed' | 'undecided'>> = {
  yes: 'needed',
  no: 'not-needed',
  undecided: 'undecided',
};

function draftCommand(notify: Command, run: Run): void {
  notify
    .command('draft')
    .argument('<case>')
    .argument('<recipient>', RECIPIENT)
    .requiredOption('--out <file>', 'where to write it: .eml for a mail program, .txt for its text')
    .option('--to <address>', 'instead of those of the plan; may be given several times', collect, [])
    .option('--cc <address>', 'instead of those of the plan; may be given several times', collect, [])
    .option('--no-cc', 'nobody gets a copy')
    .option('--subject <text>', 'instead of that of the plan')
    .description('write a message with the facts of the case; what is not known yet is said to be')
    .action(async (casePath: string, recipient: string, options: DraftOptions) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'writing', options.continueOlder);
      const wanted = given<'notice.draft'>({ recipient, ...changed(options) });
      const { eml, body, remark, facts, findings, ...drafted } = await ask(context, 'notice.draft', wanted);
      const { to, cc, subject } = drafted;
      const path = context.path(options.out);
      const bytes = Buffer.from(extname(path).toLowerCase() === '.txt' ? `${body}\n` : eml);
      writeNew(context, path, bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const said = { recipient, event: 'drafted' as const, to, cc, subject, message: body, sha256 };
      const { entry } = await ask(context, 'notice.record', said);
      const missing = facts.filter(({ value }) => value === null).map(({ name }) => name);
      const lines = [
        `Written: ${visibleText(path)}`,
        `To ${to.join(', ') || 'nobody yet'}${cc.length === 0 ? '' : `, Cc ${cc.join(', ')}`}: ${visibleText(subject)}`,
        ...(missing.length === 0 ? [] : [`Not known yet, and the message says so: ${missing.join(', ')}.`]),
        ...findings.map(({ kind, text }) => `Look at this ${FOUND[kind]}: ${visibleText(text)}`),
        'Looked for addresses, telephone and card numbers and words that guess. Names of people are not recognised.',
        ...(remark === null ? [] : [visibleText(remark)]),
        'Nothing was sent. Record it with `notify sent` when it was.',
      ];
      context.output.done({ path, to, cc, subject, sha256, missing, findings, entry }, lines.join('\n'));
    });
}

const FOUND = {
  address: 'address',
  telephone: 'telephone number',
  card: 'card number',
  guess: 'word that guesses',
} as const;

/** `--no-cc` leaves false where a list would stand. */
const changed = ({ to, cc, subject }: DraftOptions) => ({
  to: to.length === 0 ? undefined : [...to],
  cc: cc === false ? [] : cc.length === 0 ? undefined : [...cc],
  subject,
});

function sentCommand(notify: Command, run: Run): void {
  notify
    .command('sent')
    .argument('<case>')
    .argument('<recipient>', RECIPIENT)
    .requiredOption('--via <channel>', 'such as e-mail or telephone')
    .option('--by <name>', 'who sent it (default: the author)')
    .option('--message-id <id>', 'of the e-mail')
    .option('--file <file>', 'exactly what was sent; its text and its hash are kept in the record')
    .option('--to <address>', 'where it went; may be given several times', collect, [])
    .option('--cc <address>', 'who got a copy; may be given several times', collect, [])
    .option('--late-why <text>', 'why it was sent after it was due')
    .option('--at <time>', 'when (default: now)')
    .option('--zone <iana>', 'zone of --at (default: the zone of the case)')
    .description('record that somebody was told: when, by whom, through what, with which text')
    .action(async (casePath: string, recipient: string, options: SentOptions) => {
      const { context } = await run.start();
      const { via, by, messageId, lateWhy, at, zone } = options;
      const sent = options.file === undefined ? {} : sentFile(context.path(options.file));
      const to = options.to.length === 0 ? undefined : [...options.to];
      const cc = options.cc.length === 0 ? undefined : [...options.cc];
      const said = { via, by, messageId, lateWhy, at, zone, to, cc };
      const request = { recipient, event: 'sent' as const, ...said, ...sent };
      await recordEntry(run, casePath, options, 'Recorded', 'notice.record', request);
    });
}
