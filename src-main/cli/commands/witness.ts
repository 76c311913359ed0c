import { Option } from 'commander';
import { type Fingerprint, type WitnessedBy, witnessedBySchema } from '../../contract/witness.ts';
import type { ListedEntry } from '../../contract/entry.ts';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import { localTime } from '../local-time.ts';
import type { Register } from '../register.ts';
import { signedName } from '../signed-name.ts';
import { entryLine } from '../text.ts';
import { openFor } from '../with-case.ts';

interface RecordOptions {
  readonly person: string;
  readonly by?: WitnessedBy;
  readonly at?: string;
  readonly zone?: string;
  readonly told?: string;
  readonly continueOlder?: boolean;
}

export const witnessCommands: Register = (program, run) => {
  const witness = program
    .command('witness')
    .description('the fingerprint of the record: read it out to somebody, and check it later');

  witness
    .command('show', { isDefault: true, hidden: true })
    .argument('<case>')
    .description('ten words and a code that stand for all entries so far')
    .action(async (casePath: string) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'reading');
      const shown = await ask(context, 'witness.show', {});
      context.output.done(shown, fingerprintText(shown));
    });

  witness
    .command('record')
    .argument('<case>')
    .description('record that somebody was told the fingerprint')
    .requiredOption('--person <name>', 'who was told')
    .addOption(new Option('--by <means>', 'how (default: telephone)').choices(witnessedBySchema.options))
    .option('--at <time>', 'when it was told (default: now)')
    .option('--zone <iana>', 'zone of --at (default: the zone of the case)')
    .option('--told <words>', 'the words or code that were read out, where entries were written since')
    .action(async (casePath: string, options: RecordOptions) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'writing', options.continueOlder);
      const { entry } = await ask(context, 'witness.record', {
        person: options.person,
        ...(options.by === undefined ? {} : { by: options.by }),
        ...(options.at === undefined ? {} : { at: options.at }),
        ...(options.zone === undefined ? {} : { zone: options.zone }),
        ...(options.told === undefined ? {} : { told: options.told }),
      });
      context.output.done({ entry }, `Recorded. ${entryLine(entry, zone).trim()}`);
    });

  witness
    .command('check')
    .argument('<case>')
    .argument('<words...>', 'the ten words or the code that somebody kept')
    .description('whether the record still has what somebody was told')
    .action(async (casePath: string, words: readonly string[]) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'reading');
      const answer = await ask(context, 'witness.check', { told: words.join(' ') });
      const { known, position, since, came } = answer;
      context.output.done(
        answer,
        known
          ? [
              `Known: the first ${position === 1 ? 'entry stands' : `${position} entries stand`} as they were when this was read out; ${since} came after. \`verify\` checks what they say.`,
              ...came.map((entry) => cameLine(entry)),
              ...(since > came.length ? [`  and ${since - came.length} more`] : []),
            ].join('\n')
          : 'Not known: this record has no such fingerprint. Ask for the words once more; if they are right, entries were cut off or written anew, or this is another case.',
      );
      run.exit(known ? 0 : 1);
    });
};

const cameLine = ({ id, recorded, kind, author, text }: ListedEntry): string =>
  `  ${localTime(recorded, 'UTC')} UTC  ${kind}: ${visibleText(text)}  [${signedName(author)}, ${id.slice(0, 8)}]`;

function fingerprintText({ words, code, entries }: Fingerprint): string {
  const half = (from: number): string =>
    words
      .slice(from, from + 5)
      .map((word, i) => `${String(from + i + 1).padStart(2)} ${word}`.padEnd(17))
      .join('')
      .trimEnd();
  return [
    `Stands for all ${entries} entries so far. Read it out, and record who was told:`,
    `  ${half(0)}`,
    `  ${half(5)}`,
    `  code  ${code}`,
  ].join('\n');
}
