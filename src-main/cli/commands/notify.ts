import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Command } from 'commander';
import type { NoticeRecipient } from '../../contract/notice.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import { writeNew } from '../new-file.ts';
import { recordEntry } from '../record-entry.ts';
import type { Register, Run } from '../register.ts';
import { entryLine } from '../text.ts';
import { openFor } from '../with-case.ts';

interface WhyOptions {
  readonly why?: string;
  readonly continueOlder?: boolean;
}

interface DraftOptions {
  readonly out: string;
  readonly continueOlder?: boolean;
}

interface SentOptions {
  readonly via: string;
  readonly by?: string;
  readonly messageId?: string;
  readonly file?: string;
  readonly lateWhy?: string;
  readonly at?: string;
  readonly zone?: string;
  readonly continueOlder?: boolean;
}

const RECIPIENT = 'a recipient of the plan, such as amazon';

/** Telling third parties. Nothing is sent by this program. */
export const notifyCommands: Register = (program, run) => {
  const notify = program.command('notify').description('who has to be told, and what was done about it');
  listCommand(notify, run);
  decisionCommands(notify, run);
  draftCommand(notify, run);
  sentCommand(notify, run);
};

function listCommand(notify: Command, run: Run): void {
  notify
    .command('list')
    .argument('<case>')
    .description('everybody whom the plan names, and what was decided and done')
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
    .description('write a message with the facts of the case; what is not known yet is said to be')
    .action(async (casePath: string, recipient: string, options: DraftOptions) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'writing', options.continueOlder);
      const { eml, body, remark, ...drafted } = await ask(context, 'notice.draft', { recipient });
      const { to, cc, subject, missing } = drafted;
      const path = context.path(options.out);
      const bytes = Buffer.from(extname(path).toLowerCase() === '.txt' ? `${body}\n` : eml);
      writeNew(path, bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const said = { recipient, event: 'drafted' as const, to, cc, subject, message: body, sha256 };
      const { entry } = await ask(context, 'notice.record', said);
      const lines = [
        `Written: ${visibleText(path)}`,
        `To ${to.join(', ')}${cc.length === 0 ? '' : `, Cc ${cc.join(', ')}`}: ${visibleText(subject)}`,
        ...(missing.length === 0 ? [] : [`Not known yet, and the message says so: ${missing.join(', ')}.`]),
        ...(remark === null ? [] : [visibleText(remark)]),
        'Nothing was sent. Record it with `notify sent` when it was.',
      ];
      context.output.done({ path, ...drafted, sha256, entry }, lines.join('\n'));
    });
}

function sentCommand(notify: Command, run: Run): void {
  notify
    .command('sent')
    .argument('<case>')
    .argument('<recipient>', RECIPIENT)
    .requiredOption('--via <channel>', 'such as e-mail or telephone')
    .option('--by <name>', 'who sent it (default: the author)')
    .option('--message-id <id>', 'of the e-mail')
    .option('--file <file>', 'exactly what was sent; its text and its hash are kept in the record')
    .option('--late-why <text>', 'why it was sent after it was due')
    .option('--at <time>', 'when (default: now)')
    .option('--zone <iana>', 'zone of --at (default: the zone of the case)')
    .description('record that somebody was told: when, by whom, through what, with which text')
    .action(async (casePath: string, recipient: string, options: SentOptions) => {
      const { context } = await run.start();
      const { via, by, messageId, lateWhy, at, zone } = options;
      const sent = options.file === undefined ? {} : sentFile(context.path(options.file));
      const request = { recipient, event: 'sent' as const, via, by, messageId, lateWhy, at, zone, ...sent };
      await recordEntry(run, casePath, options, 'Recorded', 'notice.record', request);
    });
}

/** Larger files are no message. */
const LARGEST = 1024 * 1024;

function sentFile(path: string): { message: string; sha256: string } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw asFileError(error, path);
  }
  if (bytes.length > LARGEST) {
    const remedy = 'Take it in as evidence, and give its text as a shorter file.';
    throw new CaseError('too-large', { what: path, limit: '1 MiB', remedy });
  }
  return {
    message: bytes.toString('utf8').toWellFormed(),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
