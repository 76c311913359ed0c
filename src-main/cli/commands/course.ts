import { gateAnswer } from '../gate-answer.ts';
import { recordEntry } from '../record-entry.ts';
import { type Register, collect } from '../register.ts';

interface FactOptions {
  readonly by?: string[];
  readonly at?: string;
  readonly zone?: string;
  readonly grounds?: string;
  readonly continueOlder?: boolean;
}

interface ClockOptions {
  readonly reference: string;
  readonly source: string;
  readonly zone?: string;
  readonly continueOlder?: boolean;
}

interface SealOptions {
  readonly despite?: string;
  readonly continueOlder?: boolean;
}

interface PhaseOptions {
  readonly why?: string;
  readonly gate?: string[];
  readonly continueOlder?: boolean;
}

interface WhyOptions {
  readonly why?: string;
  readonly continueOlder?: boolean;
}

/** The course of the incident: facts, phases, clocks, the seal. */
export const courseCommands: Register = (program, run) => {
  program
    .command('fact')
    .argument('<case>')
    .argument(
      '<name>',
      'discovered, penetrated, data-reached, extent, severity, ended … or a name of your own',
    )
    .argument('<value>', 'text; of detected and ended a time')
    .description('state a fact, or state it anew; the value before stays in the record')
    .option('--by <name>', 'who decided it; may be given several times', collect)
    .option('--at <time>', 'when it was so')
    .option('--zone <iana>', 'zone of the time (default: the zone of the case)')
    .option('--grounds <text>', 'on what grounds')
    .action(async (casePath: string, name: string, value: string, options: FactOptions) => {
      const { by, at, zone, grounds } = options;
      const request = { name, value, by, at, zone, grounds };
      await recordEntry(run, casePath, options, 'Recorded', 'fact.state', request);
    });

  program
    .command('phase')
    .argument('<case>')
    .argument('<phase>', 'identification, containment, eradication or review')
    .description('the incident enters another phase; the gate of the one that is left is answered')
    .option('--why <text>', 'also the one reason for all lines of the gate that are not answered')
    .option(
      '--gate <answer>',
      'ID=yes, ID=no:WHY or ID=n/a:WHY; may be given several times. What the record shows needs none',
      collect,
    )
    .action(async (casePath: string, phase: string, options: PhaseOptions) => {
      const gate = options.gate?.map((typed) => gateAnswer(typed));
      await recordEntry(run, casePath, options, 'Recorded', 'phase.enter', { phase, why: options.why, gate });
    });

  program
    .command('clock')
    .argument('<case>')
    .description('compare the clock of this device with another one, at this moment')
    .requiredOption('--reference <time>', 'what the other clock shows now')
    .requiredOption('--source <name>', 'which clock it is, such as the speaking clock')
    .option('--zone <iana>', 'zone of --reference (default: the zone of the case)')
    .action(async (casePath: string, options: ClockOptions) => {
      const { reference, source, zone } = options;
      await recordEntry(run, casePath, options, 'Recorded', 'clock.check', { reference, source, zone });
    });

  program
    .command('seal')
    .argument('<case>')
    .description('close the record: custody, holds, witnesses, copies and merges go on')
    .option('--despite <why>', 'seal it although its review is not approved')
    .action(async (casePath: string, options: SealOptions) =>
      recordEntry(run, casePath, options, 'Sealed', 'case.seal', { despite: options.despite }),
    );

  program
    .command('unseal')
    .argument('<case>')
    .description('go on writing after a seal')
    .requiredOption('--why <text>')
    .action(async (casePath: string, options: WhyOptions) =>
      recordEntry(run, casePath, options, 'Unsealed', 'case.unseal', { why: options.why ?? '' }),
    );
};
