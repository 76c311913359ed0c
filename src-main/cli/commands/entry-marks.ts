import { recordEntry } from '../record-entry.ts';
import { type Register, collect } from '../register.ts';
import { standardInput } from '../standard-input.ts';

interface CorrectOptions {
  /** False for `--no-at`. */
  readonly at?: string | false;
  readonly zone?: string;
  readonly tag?: string[];
  readonly reason: string;
  readonly continueOlder?: boolean;
}

interface WithholdOptions {
  readonly why: string;
  readonly continueOlder?: boolean;
}

const STILL_THERE =
  '\nCopies that were made before still hold it, and so does every correction of the note: withhold those as well.';

/** What later entries say about an earlier one. */
export const entryMarkCommands: Register = (program, run) => {
  program
    .command('correct')
    .argument('<case>')
    .argument('<entry>', 'the note: 8 digits of its id or more')
    .argument('[text]', 'the note as it shall read, or - to read it from standard input')
    .description('correct a note; what is not given stays as it is, and the old note stays in the record')
    .option('--at <time>', 'when it happened')
    .option('--no-at', 'take its time away: it has none of its own')
    .option('--zone <iana>', 'zone of --at (default: that of the note, else of the case)')
    .option('--tag <tag>', 'takes the place of all tags; may be given several times', collect)
    .requiredOption('--reason <text>')
    .action(async (casePath: string, entry: string, typed: string | undefined, options: CorrectOptions) => {
      const text = typed === '-' ? await standardInput() : typed;
      const { at, zone, tag: tags, reason } = options;
      const request = { entry, text, at: at === false ? null : at, zone, tags, reason };
      await recordEntry(run, casePath, options, 'Corrected', 'note.correct', request);
    });

  program
    .command('withhold')
    .argument('<case>')
    .argument('<entry>', '8 digits of its id or more')
    .argument('<field>', 'such as text')
    .description('take the text of one field away for good; its digest keeps the record whole')
    .requiredOption('--why <text>')
    .action(async (casePath: string, entry: string, field: string, options: WithholdOptions) => {
      const request = { entry, field, why: options.why };
      await recordEntry(run, casePath, options, 'Withheld', 'entry.withhold', request, STILL_THERE);
    });

  program
    .command('attach')
    .argument('<case>')
    .argument('<entry>', '8 digits of its id or more')
    .argument('<exhibit>', 'such as EV-001')
    .description('link an exhibit to an entry')
    .action(async (casePath: string, entry: string, exhibit: string, options: { continueOlder?: boolean }) =>
      recordEntry(run, casePath, options, 'Linked', 'entry.attach', { entry, exhibit }),
    );
};
