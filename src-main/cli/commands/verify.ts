import type { RecordCheck } from '../../contract/record.ts';
import { verifyInProcess } from '../verify-job.ts';
import type { Register } from '../register.ts';

export const verifyCommands: Register = (program, run) => {
  program
    .command('verify')
    .argument('<case>')
    .description('check the whole record; writes nothing')
    .option('--quick', 'skip hashing stored evidence again')
    .action(async (casePath: string, { quick }: { readonly quick?: boolean }) => {
      const { context } = await run.start();
      const path = context.path(casePath);
      const passphrase = await context.secrets.forCase(path);
      const check = await verifyInProcess(context, { path, passphrase, quick: quick === true });
      context.output.done(check, checkText(path, check));
      run.exit(check.ok ? 0 : 1);
    });
};

/** What was checked with its numbers, and the first problem of each kind. */
export function checkText(path: string, check: RecordCheck): string {
  const { checked } = check;
  return [
    `${path}: ${check.sentence}`,
    `  checked   ${checked.pages} pages, ${checked.entries} entries, ${checked.signatures} signatures, ${checked.fields} fields, ${checked.projections} rows of views, ${checked.evidence} stored exhibits`,
    ...(check.absent === 0
      ? []
      : [`  left out  ${check.absent} fields: this copy was made without personal data`]),
    `  head      ${check.head}`,
    ...check.problems.flatMap(({ code, message, entry, hashes }) => {
      const more = (check.counts[code] ?? 1) - 1;
      const first = entry === undefined ? '' : ` [${entry.slice(0, 8)}]`;
      return [
        `  PROBLEM   ${message}${first} (${code})${more > 0 ? ` and ${more} more of this kind` : ''}`,
        ...(hashes === undefined
          ? []
          : [`    recorded  ${hashes.recorded}`, `    found     ${hashes.found}`]),
      ];
    }),
  ].join('\n');
}
