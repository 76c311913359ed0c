import type { EvidenceAdded, Exhibit, Extracted, Verified } from '../../contract/evidence.ts';
import type { RequestOf } from '../../contract/index.ts';
import { CaseError } from '../../domain/errors.ts';
import { sizeText } from '../../domain/size-text.ts';
import { ask } from '../call.ts';
import type { Register } from '../register.ts';
import { type SaidOptions, addSaidOptions, saidIn } from '../said-options.ts';
import { custodyLine } from '../custody-text.ts';
import { missingLogLines } from '../missing-logs.ts';
import { detailLines, exhibitLines, historyLine } from '../text.ts';
import { openFor } from '../with-case.ts';
import { compareCommands } from './evidence-compare.ts';
import { describeCommands } from './evidence-describe.ts';
import { retentionCommands } from './retention.ts';

interface AddOptions extends SaidOptions {
  readonly store?: boolean;
  readonly reference?: boolean;
  /** False for `--no-file`. */
  readonly file: boolean;
  readonly asOne?: boolean;
  readonly at?: string;
  readonly seal?: string;
  readonly also?: string;
  readonly continueOlder?: boolean;
}

export const evidenceCommands: Register = (program, run) => {
  const evidence = program.command('evidence').description('exhibits: add, list, verify, extract');

  const add = evidence
    .command('add')
    .argument('<case>')
    .argument('[path...]', 'files or folders; none with --no-file')
    .description('hash files or folders and take them into the record, or take in a thing without a file')
    .option(
      '--store',
      'keep the bytes: in the case file, or sealed in the folder beside it where they are many',
    )
    .option('--reference', 'record the hash only; the bytes stay where they are')
    .option('--no-file', 'a thing without a file: needs --title, --held-by and --location')
    .option(
      '--as-one',
      'all paths as one exhibit with a list of their hashes; the bytes stay where they are',
    );
  addSaidOptions(add)
    .option('--at <time>', 'when it was collected')
    .option('--seal <number>', 'seal that it was put under when it was collected')
    .option('--also <list>', 'sha1, md5 or both, with a comma')
    .action(async (casePath: string, paths: string[], options: AddOptions) => {
      const { context, jobs } = await run.start();
      if (!options.file) {
        const request = thingRequest(paths, options);
        await openFor(context, casePath, 'writing', options.continueOlder);
        const { exhibit } = await ask(context, 'evidence.add-thing', request);
        context.output.done({ exhibits: [exhibit], failed: [] }, exhibitLines(exhibit).join('\n'));
        return;
      }
      const request = addRequest(
        options,
        paths.map((path) => context.path(path)),
      );
      await openFor(context, casePath, 'writing', options.continueOlder);
      const added = (await jobs.result(await ask(context, 'evidence.add', request))) as EvidenceAdded;
      const lines = [
        ...added.exhibits.flatMap((exhibit) => [
          ...exhibitLines(exhibit),
          `        ${whatItMeans(exhibit, added)}`,
        ]),
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
      const lines = list.exhibits.flatMap((exhibit) => exhibitLines(exhibit));
      const shown = lines.length === 0 ? ['No exhibits yet. `evidence add` takes one in.'] : lines;
      context.output.done(list, [...shown, ...missingLogLines(list.missingLogs)].join('\n'));
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
        ...exhibitLines(shown.exhibit),
        ...detailLines(shown.exhibit),
        'Custody:',
        ...shown.custody.map((event) => custodyLine(event)),
        ...(shown.history.length === 0 ? [] : ['Said later:']),
        ...shown.history.map((change) => historyLine(change)),
        ...missingLogLines(shown.missingLogs),
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
      const done = (await jobs.result(await ask(context, 'evidence.verify', { exhibits }))) as Verified;
      const lines = [
        ...done.results.map(({ exhibit, ok, reason, expected, found }) =>
          ok
            ? `${exhibit}  same hash`
            : `${exhibit}  NOT THE SAME: ${reason}\n        expected ${expected}\n        found    ${found || '-'}`,
        ),
        ...done.withoutBytes.map((exhibit) => `${exhibit}  has no bytes: there is nothing to hash`),
      ];
      context.output.done(done, lines.join('\n') || 'There are no exhibits to verify.');
      run.exit(done.results.every(({ ok }) => ok) ? 0 : 1);
    });

  evidence
    .command('extract')
    .argument('<case>')
    .argument('<exhibit>')
    .description('write the stored bytes of an exhibit into a folder')
    .requiredOption('--to <dir>')
    .action(async (casePath: string, exhibit: string, { to }: { readonly to: string }) => {
      const { context, jobs } = await run.start();
      await openFor(context, casePath, 'reading');
      const started = await ask(context, 'evidence.extract', { exhibit, to: context.path(to) });
      const extracted = (await jobs.result(started)) as Extracted;
      context.output.done(
        extracted,
        `${extracted.path}: ${sizeText(extracted.size)}, sha256 ${extracted.sha256}`,
      );
    });

  evidence
    .command('key')
    .argument('<case>')
    .argument('<exhibit>')
    .description('write the key of a sealed exhibit into a file, to check it with stock tools (age)')
    .requiredOption('--out <file>', 'file to create, readable by this account only')
    .action(async (casePath: string, exhibit: string, { out }: { readonly out: string }) => {
      const { context } = await run.start();
      if (out === '-') {
        throw wrongUse('A key goes into a file and never to standard output: give --out a name.');
      }
      await openFor(context, casePath, 'reading');
      const key = await ask(context, 'evidence.key', { exhibit, out: context.path(out) });
      const lines = [
        `${key.path}: the key of ${key.exhibit}, not encrypted. It opens this file and no other:`,
        `  ${key.file}`,
        `The command in it must print sha256 ${key.sha256}`,
      ];
      context.output.done(key, lines.join('\n'));
    });

  describeCommands(evidence, run);
  compareCommands(evidence, run);
  retentionCommands(evidence, run);
};

function thingRequest(paths: readonly string[], options: AddOptions): RequestOf<'evidence.add-thing'> {
  const { title, heldBy, location, at, seal } = options;
  if (paths.length > 0) throw wrongUse('--no-file is for a thing without a file: leave the path out.');
  if (title === undefined || heldBy === undefined || location === undefined) {
    throw wrongUse(
      'Of a thing without a file, say what it is, who holds it and where: --title T --held-by NAME --location PLACE.',
    );
  }
  if (options.store === true || options.reference === true || options.asOne === true) {
    throw wrongUse('--no-file goes without --store, --reference and --as-one: there are no bytes.');
  }
  if (options.also !== undefined) {
    throw wrongUse('--no-file goes without --also: there are no bytes to hash.');
  }
  return {
    ...saidIn(options),
    title,
    heldBy,
    location,
    ...(at === undefined ? {} : { at }),
    ...(seal === undefined ? {} : { seal }),
  };
}

const wrongUse = (reason: string): CaseError => new CaseError('wrong-use', { reason });

function addRequest(options: AddOptions, paths: string[]): RequestOf<'evidence.add'> {
  if (paths.length === 0) {
    throw wrongUse('Name a file or a folder, or give --no-file for a thing without a file.');
  }
  if (options.asOne === true && options.store === true) {
    throw wrongUse('--as-one records hashes only: leave --store out, or add the files one by one.');
  }
  if (options.store === true && options.reference === true) {
    throw wrongUse('Give either --store or --reference, not both.');
  }
  const mode =
    options.store === true
      ? ('stored' as const)
      : options.reference === true
        ? ('reference' as const)
        : undefined;
  const also = alsoOf(options.also);
  const { at, seal } = options;
  return {
    paths,
    ...saidIn(options),
    ...(mode === undefined ? {} : { mode }),
    ...(at === undefined ? {} : { at }),
    ...(seal === undefined ? {} : { seal }),
    ...(also === undefined ? {} : { also }),
    ...(options.asOne === true ? { asOne: true } : {}),
  };
}

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

/** Where the bytes are now, why, and what that asks of people. */
function whatItMeans({ exhibit, storedIn }: Exhibit, { byReference, resumed }: EvidenceAdded): string {
  const from = resumed.find((item) => item.exhibit === exhibit)?.from;
  const gone =
    from === undefined ? '' : ` An earlier, interrupted run had done ${sizeText(from)} of it already.`;
  if (storedIn === 'case-file') return `The bytes are kept in the case file.${gone}`;
  if (storedIn === 'evidence-folder') {
    return `The bytes are kept, sealed, in the folder beside the case file: keep the two together.${gone}`;
  }
  const why = byReference.find((item) => item.exhibit === exhibit)?.why ?? 'asked';
  return `${WHY[why]}The bytes stay where they are: keep them, and their place, unchanged.${gone}`;
}

const WHY = {
  asked: '',
  folder: 'Folders are not stored. ',
  large: 'It is larger than 2 GiB, so only its hash was recorded; --store keeps a copy. ',
  'no-room':
    'The disk of the case has too little room for a copy, so only its hash was recorded; --store tries it all the same. ',
} as const;
