import { Command } from 'commander';
import { authorCommands } from './commands/author.ts';
import { caseCommands } from './commands/case.ts';
import { checkCommands } from './commands/check.ts';
import { courseCommands } from './commands/course.ts';
import { custodyCommands } from './commands/custody.ts';
import { entryMarkCommands } from './commands/entry-marks.ts';
import { evidenceCommands } from './commands/evidence.ts';
import { forkCommands } from './commands/fork.ts';
import { importCommands } from './commands/import.ts';
import { mergeCommands } from './commands/merge.ts';
import { mirrorCommands } from './commands/mirror.ts';
import { noteCommands } from './commands/note.ts';
import { profileCommands } from './commands/profile.ts';
import { actionCommands } from './commands/action.ts';
import { deadlineCommands } from './commands/deadline.ts';
import { logCommands } from './commands/log.ts';
import { handoverCommands } from './commands/handover.ts';
import { extentCommands } from './commands/extent.ts';
import { notifyCommands } from './commands/notify.ts';
import { reviewCommands } from './commands/review.ts';
import { passwdCommands } from './commands/passwd.ts';
import { planCommands } from './commands/plan.ts';
import { prepCommands } from './commands/prep.ts';
import { roomCommands } from './commands/room.ts';
import { shareCommands } from './commands/share.ts';
import { timelineCommands } from './commands/timeline.ts';
import { verifyCommands } from './commands/verify.ts';
import { timestampCommands } from './commands/timestamp.ts';
import { witnessCommands } from './commands/witness.ts';
import type { Register, Run } from './register.ts';

export interface GlobalOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly profile?: string;
  readonly passphraseFile?: string;
  readonly newPassphraseFile?: string;
  readonly as?: string;
  readonly role?: string;
}

/** Which part of the program answers to which first words (contract/command-names.ts). */
const areas: readonly (readonly [Register, ...string[]])[] = [
  [caseCommands, 'new', 'info'],
  [noteCommands, 'note'],
  [entryMarkCommands, 'correct', 'withhold', 'attach'],
  [courseCommands, 'fact', 'phase', 'clock', 'seal', 'unseal'],
  [roomCommands, 'room', 'present', 'call'],
  [planCommands, 'plan'],
  [actionCommands, 'action', 'result', 'actions'],
  [deadlineCommands, 'deadline'],
  [notifyCommands, 'notify'],
  [reviewCommands, 'review'],
  [logCommands, 'log'],
  [handoverCommands, 'handover'],
  [extentCommands, 'extent'],
  [prepCommands, 'prep'],
  [timelineCommands, 'timeline'],
  [importCommands, 'import'],
  [evidenceCommands, 'evidence'],
  [custodyCommands, 'custody'],
  [verifyCommands, 'verify'],
  [checkCommands, 'check'],
  [witnessCommands, 'witness'],
  [timestampCommands, 'timestamp'],
  [shareCommands, 'share'],
  [passwdCommands, 'passwd'],
  [mirrorCommands, 'mirror'],
  [mergeCommands, 'merge', 'compare'],
  [forkCommands, 'fork'],
  [authorCommands, 'author'],
  [profileCommands, 'profile'],
];

/**
 * Commands with their options; every one of them takes the common options as well.
 * @param asked first word of the command line: where it names a part, only that part is made; all of them where it does
 *   not, for help and for hints
 *   of the program does; all of them where it does not, for help and for hints
 */
export function createProgram(version: string, run: Run, asked?: string): Command {
  const program = new Command('holdfast')
    .description(
      'Offline record of a security incident: notes, evidence and custody in one encrypted case file.',
    )
    .version(version)
    .exitOverride()
    // Commands inherit this only when they are made after it.
    .configureOutput({ writeErr: run.wrongUse })
    .showHelpAfterError('(holdfast --help shows all commands)');
  const named = areas.filter(([, ...words]) => words.some((word) => word === asked));
  for (const [register] of named.length > 0 ? named : areas) register(program, run);
  addCommonOptions(program);
  return program;
}

function addCommonOptions(command: Command): void {
  for (const child of command.commands) addCommonOptions(child);
  command.exitOverride().option('--json', 'print one JSON document').option('--quiet', 'no progress');
  if (command.commands.length > 0) return;
  command
    .option('--profile <dir>', 'folder of the profile (author keys)')
    .option('--passphrase-file <file>', 'passphrase in the first line of a file')
    .option('--as <name>', 'author who writes; created on first use')
    .option('--role <role>', 'role of an author created by --as')
    .option('--continue-older', 'write although this device has seen newer entries of the case');
}
