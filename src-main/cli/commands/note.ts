import type { EvidenceAdded } from '../../contract/evidence.ts';
import { ask } from '../call.ts';
import { type Given, given, recordEntry } from '../record-entry.ts';
import { type Register, type Run, collect } from '../register.ts';
import type { RequestOf } from '../../contract/index.ts';
import { standardInput } from '../standard-input.ts';
import { entryLine, exhibitLines } from '../text.ts';
import { openFor } from '../with-case.ts';

interface NoteOptions {
  readonly at?: string;
  readonly zone?: string;
  readonly phase?: string;
  readonly tag?: string[];
  readonly attach?: string[];
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
    .option(
      '--attach <file>',
      'take a file in as evidence and link it to the note; may be given several times',
      collect,
    )
    .action(async (casePath: string, text: string, options: NoteOptions) => {
      const typed = text === '-' ? await standardInput() : text;
      const { at, zone, phase, tag: tags, attach } = options;
      const request = { text: typed, at, zone, phase, tags };
      if (attach === undefined) await recordEntry(run, casePath, options, 'Saved', 'note.add', request);
      else await noteWithFiles(run, casePath, options, request, attach);
    });
};

/** The note first: whatever becomes of the files, what was seen is in the record. */
async function noteWithFiles(
  run: Run,
  casePath: string,
  { continueOlder }: NoteOptions,
  request: Given<RequestOf<'note.add'>>,
  files: readonly string[],
): Promise<void> {
  const { context, jobs } = await run.start();
  const { zone } = await openFor(context, casePath, 'writing', continueOlder);
  const { id } = (await ask(context, 'note.add', given<'note.add'>(request))).entry;
  const started = await ask(context, 'evidence.add', { paths: files.map((file) => context.path(file)) });
  const { exhibits, failed } = (await jobs.result(started)) as EvidenceAdded;
  for (const { exhibit } of exhibits) await ask(context, 'entry.attach', { entry: id, exhibit });
  const { entry } = await ask(context, 'entry.show', { entry: id });
  const lines = [
    `Saved. ${entryLine(entry, zone).trim()}`,
    ...exhibits.flatMap((exhibit) => exhibitLines(exhibit)),
    ...failed.map(({ code, message }) => `NOT ATTACHED: ${message} (${code})`),
  ];
  context.output.done({ entry, exhibits, failed }, lines.join('\n'));
  run.exit(failed.length === 0 ? 0 : 1);
}
