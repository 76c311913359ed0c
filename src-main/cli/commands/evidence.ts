import { Option } from 'commander';
import {
  type EvidenceAdded,
  type EvidenceType,
  type VerifyResult,
  evidenceTypeSchema,
} from '../../contract/evidence.ts';
import { CaseError } from '../../domain/errors.ts';
import { sizeText } from '../../domain/size-text.ts';
import { ask } from '../call.ts';
import { type Register, wholeNumber } from '../register.ts';
import { custodyLine, exhibitLine } from '../text.ts';
import { openFor } from '../with-case.ts';

interface AddOptions {
  readonly store?: boolean;
  readonly reference?: boolean;
  readonly title?: string;
  readonly type?: EvidenceType;
  readonly source?: string;
  readonly collectedBy?: string;
  readonly at?: string;
  readonly zone?: string;
  readonly clockOffset?: number;
  readonly covers?: string;
  readonly also?: string;
  readonly continueOlder?: boolean;
}

export const evidenceCommands: Register = (program, run) => {
  const evidence = program.command('evidence').description('exhibits: add, list, verify, extract');

  evidence
    .command('add')
    .argument('<case>')
    .argument('<path...>', 'files or folders')
    .description('hash files or folders and take them into the record')
    .option('--store', 'keep the bytes in the case file (up to 4 MiB compressed)')
    .option('--reference', 'record the hash only; the bytes stay where they are')
    .option('--title <title>')
    .addOption(new Option('--type <type>').choices(evidenceTypeSchema.options))
    .option('--source <host>', 'host or system it comes from')
    .option('--collected-by <name>')
    .option('--at <time>', 'when it was collected')
    .option('--zone <iana>', 'zone of the times given')
    .option('--clock-offset <seconds>', "the source's clock, ahead (+) or behind (-)", wholeNumber)
    .option('--covers <from..to>', 'span that a log covers')
    .option('--also <list>', 'sha1, md5 or both, with a comma')
    .action(async (casePath: string, paths: string[], options: AddOptions) => {
      const { context, jobs } = await run.start();
      const request = addRequest(
        options,
        paths.map((path) => context.path(path)),
      );
      await openFor(context, casePath, 'writing', options.continueOlder);
      const added = (await jobs.result(await ask(context, 'evidence.add', request))) as EvidenceAdded;
      const lines = [
        ...added.exhibits.map((exhibit) => `${exhibitLine(exhibit)}\n        ${whatItMeans(exhibit.mode)}`),
        ...added.failed.map(({ code, message }) => `NOT ADDED: ${message} (${code})`),
      ];
      context.output.done(added, lines.join('\n'));
      run.exit(added.failed.length === 0 ? 0 : 1);
    });

  evidence
    .command('list')
    .argument('<case>')
    .description('all exhibits')
    .action(async (casePath: string) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'reading');
      const list = await ask(context, 'evidence.list', {});
      const text = list.exhibits.map((exhibit) => exhibitLine(exhibit)).join('\n');
      context.output.done(list, text === '' ? 'No exhibits yet. `evidence add` takes one in.' : text);
    });

  evidence
    .command('show')
    .argument('<case>')
    .argument('<exhibit>')
    .description('one exhibit with its chain of custody')
    .action(async (casePath: string, exhibit: string) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'reading');
      const shown = await ask(context, 'evidence.show', { exhibit });
      const lines = [
        exhibitLine(shown.exhibit),
        'Custody:',
        ...shown.custody.map((event) => custodyLine(event)),
      ];
      context.output.done(shown, lines.join('\n'));
    });

  evidence
    .command('verify')
    .argument('<case>')
    .argument('[exhibit...]')
    .description('hash exhibits again; each result is recorded')
    .action(async (casePath: string, exhibits: string[], { continueOlder }: AddOptions) => {
      const { context, jobs } = await run.start();
      await openFor(context, casePath, 'writing', continueOlder);
      const done = (await jobs.result(await ask(context, 'evidence.verify', { exhibits }))) as {
        results: VerifyResult[];
      };
      const lines = done.results.map(({ exhibit, ok, reason, expected, found }) =>
        ok
          ? `${exhibit}  same hash`
          : `${exhibit}  NOT THE SAME: ${reason}\n        expected ${expected}\n        found    ${found || '-'}`,
      );
      context.output.done(done, lines.join('\n') || 'No exhibit has bytes to verify.');
      run.exit(done.results.every(({ ok }) => ok) ? 0 : 1);
    });

  evidence
    .command('extract')
    .argument('<case>')
    .argument('<exhibit>')
    .description('write the stored bytes of an exhibit into a folder')
    .requiredOption('--to <dir>')
    .action(async (casePath: string, exhibit: string, { to }: { readonly to: string }) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'reading');
      const extracted = await ask(context, 'evidence.extract', { exhibit, to: context.path(to) });
      context.output.done(
        extracted,
        `${extracted.path}: ${sizeText(extracted.size)}, sha256 ${extracted.sha256}`,
      );
    });
};

function addRequest(options: AddOptions, paths: string[]) {
  if (options.store === true && options.reference === true) {
    throw new CaseError('wrong-use', { reason: 'Give either --store or --reference, not both.' });
  }
  const mode =
    options.store === true
      ? ('stored' as const)
      : options.reference === true
        ? ('reference' as const)
        : undefined;
  const { title, type, source, collectedBy, at, zone, clockOffset, covers } = options;
  const given = {
    mode,
    title,
    type,
    source,
    collectedBy,
    at,
    zone,
    clockOffset,
    covers,
    also: alsoOf(options.also),
  };
  return {
    paths,
    ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<
      Defined<typeof given>
    >),
  };
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

function alsoOf(text: string | undefined): ('sha1' | 'md5')[] | undefined {
  if (text === undefined) return undefined;
  return text.split(',').map((name) => {
    const hash = name.trim().toLowerCase();
    if (hash !== 'sha1' && hash !== 'md5') {
      throw new CaseError('wrong-use', {
        reason: `“${name}” is no hash that can be added; sha1 and md5 are.`,
      });
    }
    return hash;
  });
}

const whatItMeans = (mode: string): string =>
  mode === 'stored'
    ? 'The bytes are kept in the case file.'
    : 'The bytes stay where they are: keep them, and their place, unchanged.';
