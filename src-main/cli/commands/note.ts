import { CaseError } from '../../domain/errors.ts';
import { ask } from '../call.ts';
import { type Register, collect } from '../register.ts';
import { entryLine } from '../text.ts';
import { openFor } from '../with-case.ts';

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
      const { context } = await run.start();
      // One line break at the end belongs to the pipe, not to the note.
      const typed = text === '-' ? (await standardInput()).replace(/\r?\n$/, '') : text;
      const { zone } = await openFor(context, casePath, 'writing', options.continueOlder);
      const { entry } = await ask(context, 'note.add', {
        text: typed,
        ...(options.at === undefined ? {} : { at: options.at }),
        ...(options.zone === undefined ? {} : { zone: options.zone }),
        ...(options.phase === undefined ? {} : { phase: options.phase }),
        ...(options.tag === undefined ? {} : { tags: options.tag }),
      });
      context.output.done({ entry }, `Saved. ${entryLine(entry, zone).trim()}`);
    });
};

const NOT_UTF8 =
  'Standard input is not UTF-8. Convert it first, for example with `iconv -f WINDOWS-1252 -t UTF-8`, or add the file as evidence.';

/** Piece by piece: reading a pipe at once fails where its other end is slower than we are (EAGAIN). */
async function standardInput(): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece as Uint8Array));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(pieces));
  } catch (error) {
    // Another encoding, such as Windows-1252: guessing would change what was written.
    throw new CaseError('wrong-use', { reason: NOT_UTF8 }, error);
  }
}
