import { Option } from 'commander';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import { recordEntry } from '../record-entry.ts';
import { type Register, collect } from '../register.ts';
import { entryLine } from '../text.ts';
import { openFor } from '../with-case.ts';

interface ActionOptions {
  readonly phase: 'containment' | 'eradication';
  readonly system: string;
  readonly what: string;
  readonly action?: string;
  readonly why?: string;
  readonly orderedBy?: string;
  readonly doneBy?: string;
  readonly fromDevice?: string;
  readonly undo?: string;
  readonly worked?: 'yes' | 'partly' | 'no' | 'unknown';
  readonly result?: string;
  readonly retest?: string;
  readonly evidence?: string[];
  readonly whyBeforeEvidence?: string;
  readonly at?: string;
  readonly zone?: string;
  readonly continueOlder?: boolean;
}

const worked = (): Option =>
  new Option('--worked <answer>', 'whether it worked').choices(['yes', 'partly', 'no', 'unknown']);

/** What is done to contain and to eradicate. */
export const actionCommands: Register = (program, run) => {
  program
    .command('action')
    .argument('<case>')
    .description('record what was done to contain or to eradicate')
    .addOption(new Option('--phase <phase>').choices(['containment', 'eradication']).makeOptionMandatory())
    .requiredOption('--system <name>', 'on which system')
    .requiredOption('--what <text>', 'what exactly was changed')
    .option(
      '--action <id>',
      'which of the plan’s catalogue it is, such as act-firewall (`actions CASE` lists them)',
    )
    .option('--why <text>')
    .option('--ordered-by <name>')
    .option('--done-by <name>', 'who did it (default: the author)')
    .option('--from-device <name>', 'from which device')
    .option('--undo <text>', 'how to undo it')
    .addOption(worked())
    .option('--result <text>')
    .option('--retest <text>', 'what the test found that followed, or why there is none')
    .option('--evidence <exhibit>', 'what shows it; may be given several times', collect)
    .option(
      '--why-before-evidence <text>',
      'why it is done before the evidence that it destroys is collected',
    )
    .option('--at <time>', 'when (default: now)')
    .option('--zone <iana>', 'zone of --at (default: the zone of the case)')
    .action(async (casePath: string, options: ActionOptions) => {
      const { fromDevice: device, whyBeforeEvidence: beforeEvidence, continueOlder, ...said } = options;
      const request = { ...said, device, beforeEvidence };
      await recordEntry(
        run,
        casePath,
        continueOlder === undefined ? {} : { continueOlder },
        'Recorded',
        'action.record',
        request,
      );
    });

  program
    .command('result')
    .argument('<case>')
    .argument('<entry>', 'the action')
    .addOption(worked().makeOptionMandatory())
    .option('--result <text>')
    .option('--retest <text>', 'what the test found that followed')
    .option('--evidence <exhibit>', 'what shows it; may be given several times', collect)
    .option('--at <time>', 'when (default: now)')
    .option('--zone <iana>', 'zone of --at (default: the zone of the case)')
    .description('record what came of an action')
    .action(
      async (
        casePath: string,
        action: string,
        options: Required<Pick<ActionOptions, 'worked'>> & ActionOptions,
      ) => {
        const { worked: answer, result, retest, evidence, at, zone } = options;
        const request = { action, worked: answer, result, retest, evidence, at, zone };
        await recordEntry(run, casePath, options, 'Recorded', 'action.result', request);
      },
    );

  program
    .command('actions')
    .argument('<case>')
    .description('the plan’s catalogue of actions, and what was done')
    .action(async (casePath: string) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'reading');
      const list = await ask(context, 'action.list', {});
      const lines = [
        ...list.catalogue.map(
          ({ id, title, phase, destroys }) =>
            `${id.padEnd(18)} ${phase.padEnd(12)} ${visibleText(title)}${destroys ? '; destroys evidence' : ''}`,
        ),
        ...(list.notCollected.length === 0 ? [] : [`Not registered yet: ${list.notCollected.join(', ')}.`]),
        ...list.actions.flatMap(({ entry, results }) =>
          [entry, ...results].map((one) => entryLine(one, zone)),
        ),
      ];
      context.output.done(list, lines.join('\n'));
    });
};
