import { Argument } from 'commander';
import type { ExtentItemView } from '../../contract/extent.ts';
import { visibleText } from '../../domain/file-name.ts';
import { type ExtentKind, type ExtentState, extentKinds, extentStates } from '../../domain/plan/extent.ts';
import { ask } from '../call.ts';
import { localTime } from '../local-time.ts';
import { recordEntry } from '../record-entry.ts';
import { type Register, collect } from '../register.ts';
import { openFor } from '../with-case.ts';

interface SetOptions {
  readonly by?: string[];
  readonly grounds?: string;
  readonly at?: string;
  readonly zone?: string;
  readonly continueOlder?: boolean;
}

/** How far the incident reaches: systems, accounts, data, customers. */
export const extentCommands: Register = (program, run) => {
  const extent = program
    .command('extent')
    .description('how far the incident reaches: systems, accounts, data, customers');

  extent
    .command('list')
    .argument('<case>')
    .description('what is reached or may be, who decided it, and what stood before')
    .action(async (casePath: string) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'reading');
      const answer = await ask(context, 'extent.list', {});
      const lines = extentKinds.flatMap((kind) => {
        const some = answer.items.filter(({ of }) => of === kind);
        return some.length === 0
          ? [`${kind}: not known yet`]
          : [kind, ...some.map((one) => itemLine(one, zone))];
      });
      context.output.done(answer, lines.join('\n'));
    });

  extent
    .command('set')
    .argument('<case>')
    .addArgument(new Argument('<of>').choices(extentKinds))
    .argument('<item>', 'such as WEB01')
    .addArgument(new Argument('<state>').choices(extentStates))
    .description('say what is known of one of them; what stood before stays in the record')
    .option('--by <name>', 'who decided it; may be given several times', collect)
    .option('--grounds <text>', 'on what grounds')
    .option('--at <time>', 'when it was so')
    .option('--zone <iana>', 'zone of --at (default: the zone of the case)')
    .action(
      async (casePath: string, of: ExtentKind, item: string, state: ExtentState, options: SetOptions) => {
        const { by, grounds, at, zone } = options;
        const request = { of, item, state, by, grounds, at, zone };
        await recordEntry(run, casePath, options, 'Recorded', 'extent.state', request);
      },
    );
};

function itemLine({ item, said }: ExtentItemView, zone: string): string {
  const parts = said.map(({ state, before, by, author, at, grounds }) =>
    [
      state,
      before.length === 0 ? '' : ` (before: ${before.join(' | ')})`,
      ` ${localTime(at, zone)} ${zone}, ${visibleText(by.length === 0 ? author.name : by.join(', '))}`,
      grounds === null ? '' : `: ${visibleText(grounds)}`,
    ].join(''),
  );
  return `  ${visibleText(item)}  ${parts.join(' | ')}`;
}
