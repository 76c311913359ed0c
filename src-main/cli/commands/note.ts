import { recordEntry } from '../record-entry.ts';
import { type Register, collect } from '../register.ts';
import { standardInput } from '../standard-input.ts';

interface NoteOptions {
  readonly at?: string;
  readonly zone?: string;
  readonly phase?: string;
  readonly tag?: string[];
  readonly continueOlder?: boolean;
}

export const noteCommands: Register = (program, run) => {
  program
    .command('note')
    .argument('<case>')
    .argument('<text>', 'the note, or - to read it from standard input')
    .description('write a note; it is durable when the command ends')
    .option('--at <time>', 'when it happened')
    .option('--zone <iana>', 'zone of --at (default: the zone of the case)')
    .option('--phase <phase>')
    .option('--tag <tag>', 'may be given several times', collect)
    .action(async (casePath: string, text: string, options: NoteOptions) => {
      const typed = text === '-' ? await standardInput() : text;
      const { at, zone, phase, tag: tags } = options;
      await recordEntry(run, casePath, options, 'Saved', 'note.add', { text: typed, at, zone, phase, tags });
    });
};
