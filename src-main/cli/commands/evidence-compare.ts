import type { EvidenceCompared } from '../../contract/evidence.ts';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import type { Register } from '../register.ts';
import { openFor } from '../with-case.ts';

interface CompareOptions {
  readonly list: string;
  readonly continueOlder?: boolean;
}

/** `evidence compare`: the record beside a list of hashes that somebody else made. */
export const compareCommands: Register = (evidence, run) => {
  evidence
    .command('compare')
    .argument('<case>')
    .description(
      'compare exhibits with a list of hashes (sha256sum, hashdeep, BagIt); the result is recorded',
    )
    .requiredOption('--list <file>')
    .action(async (casePath: string, { list, continueOlder }: CompareOptions) => {
      const { context, jobs } = await run.start();
      await openFor(context, casePath, 'writing', continueOlder);
      const started = await ask(context, 'evidence.compare', { list: context.path(list) });
      const compared = (await jobs.result(started)) as EvidenceCompared;
      context.output.done(compared, linesOf(compared).join('\n'));
      const differs = compared.results.some(({ state }) => state === 'different');
      run.exit(differs || compared.problems.length > 0 ? 1 : 0);
    });
};

const WORDS = {
  same: 'same hash as',
  different: 'ANOTHER HASH THAN',
  'not-comparable': 'no hash of that kind in',
  'not-here': 'not among the exhibits',
} as const;

function linesOf({ results, notInList, partly, problems }: EvidenceCompared): string[] {
  return [
    ...results.map(
      ({ line, name, state, exhibits }) =>
        `line ${line}  ${visibleText(name)}  ${[WORDS[state], ...exhibits].join(' ')}`,
    ),
    ...problems.map(({ line, reason }) => `line ${line}  NOT UNDERSTOOD: ${visibleText(reason)}`),
    ...partly.map(({ exhibit, files, same }) => `${exhibit}  ${same} of its ${files} files are in the list`),
    ...notInList.map((exhibit) => `${exhibit}  not in the list`),
  ];
}
