import { ask } from '../call.ts';
import { recordEntry } from '../record-entry.ts';
import type { Register } from '../register.ts';
import { openFor } from '../with-case.ts';

interface PresentOptions {
  readonly left?: boolean;
  readonly at?: string;
  readonly zone?: string;
  readonly continueOlder?: boolean;
}

interface CallOptions {
  readonly number?: string;
  readonly incoming?: boolean;
  /** False by `--no-answer`. */
  readonly answer: boolean;
  readonly duration?: string;
  readonly said?: string;
  readonly at?: string;
  readonly zone?: string;
  readonly continueOlder?: boolean;
}

/** Who works on the incident, and with whom was spoken. */
export const roomCommands: Register = (program, run) => {
  program
    .command('room')
    .argument('<case>')
    .description('who works on the incident, and since when')
    .action(async (casePath: string) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'reading');
      const answer = await ask(context, 'room.list', {});
      const lines = answer.people.map(
        ({ person, here, since }) => `${here ? 'here' : 'left'}  ${since}  ${person}`,
      );
      context.output.done(
        answer,
        lines.join('\n') || 'Nobody is recorded. `present CASE` says that you are here.',
      );
    });

  program
    .command('present')
    .argument('<case>')
    .argument('[person]', 'who (default: the author)')
    .description('record that somebody came to work on the incident, or left')
    .option('--left', 'left')
    .option('--at <time>', 'when (default: now)')
    .option('--zone <iana>', 'zone of --at (default: the zone of the case)')
    .action(async (casePath: string, person: string | undefined, options: PresentOptions) => {
      const { at, zone } = options;
      const request = { person, here: options.left !== true, at, zone };
      await recordEntry(run, casePath, options, 'Recorded', 'room.presence', request);
    });

  program
    .command('call')
    .argument('<case>')
    .argument('<person>', 'with whom')
    .description('record a telephone call, also one that nobody took')
    .option('--number <number>')
    .option('--incoming', 'they called')
    .option('--no-answer', 'nobody took it')
    .option('--duration <duration>', 'such as 4:12, 4 min or 90s')
    .option('--said <text>', 'what was said')
    .option('--at <time>', 'when it began')
    .option('--zone <iana>', 'zone of --at (default: the zone of the case)')
    .action(async (casePath: string, person: string, options: CallOptions) => {
      const { number, duration, said, at, zone } = options;
      const direction = options.incoming === true ? ('in' as const) : ('out' as const);
      const request = { person, number, direction, answered: options.answer, duration, said, at, zone };
      await recordEntry(run, casePath, options, 'Recorded', 'call.record', request);
    });
};
