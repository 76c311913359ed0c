import type { Stamp } from '../../contract/timestamp.ts';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import { localTime } from '../local-time.ts';
import type { Register } from '../register.ts';
import { entryLine } from '../text.ts';
import { openFor } from '../with-case.ts';

interface WriteOptions {
  readonly continueOlder?: boolean;
}

interface RequestOptions extends WriteOptions {
  readonly out: string;
}

export const timestampCommands: Register = (program, run) => {
  const timestamp = program
    .command('timestamp')
    .description('time stamps of an authority over the fingerprint of the record (RFC 3161)');

  timestamp
    .command('request')
    .argument('<case>')
    .description('write a request that an authority stamps; writes no entry')
    .requiredOption('--out <file>', 'file to create (.tsq)')
    .action(async (casePath: string, options: RequestOptions) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'writing', options.continueOlder);
      const done = await ask(context, 'timestamp.request', { path: context.path(options.out) });
      context.output.done(
        done,
        `${done.path}: asks for a time stamp of all ${done.asked.entries} entries so far.\nCarry it to a device with a network and send it to an authority, such as\n  curl -H 'Content-Type: application/timestamp-query' --data-binary @FILE.tsq URL -o FILE.tsr\nThen bring FILE.tsr back: \`timestamp import\`.`,
      );
    });

  timestamp
    .command('import')
    .argument('<case>')
    .argument('<answer>', 'answer of the authority (.tsr)')
    .description('take the answer of an authority into the record')
    .action(async (casePath: string, answer: string, options: WriteOptions) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'writing', options.continueOlder);
      const { entry } = await ask(context, 'timestamp.import', { path: context.path(answer) });
      context.output.done({ entry }, `Recorded. ${entryLine(entry, zone).trim()}`);
    });

  timestamp
    .command('check')
    .argument('<case>')
    .description('check all time stamps of the record again')
    .option('--ca <file>', 'certificates of authorities that you trust (PEM)')
    .action(async (casePath: string, options: { readonly ca?: string }) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'reading');
      const answer = await ask(
        context,
        'timestamp.check',
        options.ca === undefined ? {} : { ca: context.path(options.ca) },
      );
      const lines = answer.stamps.map((stamp) => stampLine(stamp));
      const note = answer.authorityChecked
        ? []
        : ['Whose certificates these are was not asked: anybody can make one. `--ca FILE` checks it.'];
      context.output.done(
        answer,
        lines.length === 0 ? 'This record has no time stamp.' : [...lines, ...note].join('\n'),
      );
      run.exit(answer.ok ? 0 : 1);
    });
};

function stampLine({ entry, fixes, at, authority, faults }: Stamp): string {
  const said = `${localTime(at, 'UTC')} UTC by ${visibleText(authority)}, entry ${entry.slice(0, 8)}`;
  return faults.length === 0
    ? `Holds: the first ${fixes} entries stood like this at ${said}.`
    : `DOES NOT HOLD: ${said}: ${faults.join('; ')}.`;
}
