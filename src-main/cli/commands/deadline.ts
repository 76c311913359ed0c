import type { DeadlineView } from '../../contract/plan.ts';
import { visibleText } from '../../domain/file-name.ts';
import { leftText } from '../left-text.ts';
import { ask } from '../call.ts';
import { localTime } from '../local-time.ts';
import { recordEntry } from '../record-entry.ts';
import type { Register } from '../register.ts';
import { openFor } from '../with-case.ts';

interface SetOptions {
  readonly title?: string;
  readonly due?: string;
  readonly met?: boolean;
  readonly void?: boolean;
  readonly why?: string;
  readonly at?: string;
  readonly zone?: string;
  readonly continueOlder?: boolean;
}

/** What is due, and when. */
export const deadlineCommands: Register = (program, run) => {
  const deadline = program.command('deadline').description('what is due, and when');

  deadline
    .command('list')
    .argument('<case>')
    .description('all deadlines that run or ran; what is late stands first')
    .action(async (casePath: string) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'reading');
      const list = await ask(context, 'deadline.list', {});
      const lines = list.deadlines.map((one) => deadlineLine(one, list.now, list.zone));
      context.output.done(
        list,
        lines.join('\n') || 'No deadline runs: no detection or suspicion is recorded yet.',
      );
    });

  deadline
    .command('set')
    .argument('<case>')
    .argument('<deadline>', 'a name of small letters, digits and -, such as insurer-notice')
    .description('set a deadline of your own, move it, or say what became of it')
    .option('--title <text>')
    .option('--due <time>')
    .option('--met', 'it was met')
    .option('--void', 'it does not count any more; say why')
    .option('--why <text>', 'needed with --void, and with --met after it was due')
    .option('--at <time>', 'when it was met (default: now)')
    .option('--zone <iana>', 'zone of the times (default: the zone of the case)')
    .action(async (casePath: string, name: string, options: SetOptions) => {
      const { title, due, why, at, zone } = options;
      const state =
        options.met === true ? ('met' as const) : options.void === true ? ('void' as const) : undefined;
      const request = { deadline: name, title, due, state, why, at, zone };
      await recordEntry(run, casePath, options, 'Recorded', 'deadline.set', request);
    });
};

function deadlineLine({ id, title, due, state }: DeadlineView, now: string, zone: string): string {
  const at = localTime(due, zone);
  const words = {
    running: leftText(Date.parse(due) - Date.parse(now)),
    overdue: leftText(Date.parse(due) - Date.parse(now)),
    met: 'met',
    'met-late': 'met late',
    void: 'decided: does not count',
  }[state];
  return `${id.padEnd(18)} ${visibleText(title)}: ${words}, due ${at}`;
}
