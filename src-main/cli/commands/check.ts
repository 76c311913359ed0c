import type { BagCheck } from '../../contract/bag.ts';
import type { ReportCheck } from '../../contract/report-check.ts';
import { visibleText } from '../../domain/file-name.ts';
import { sizeText } from '../../domain/size-text.ts';
import { bagCheckText } from '../bag-check-text.ts';
import { ask } from '../call.ts';
import type { Register } from '../register.ts';
import { verifyInProcess } from '../verify-job.ts';
import { checkText } from './verify.ts';

export const checkCommands: Register = (program, run) => {
  program
    .command('check')
    .argument('<file>', 'a report (.html) or a bag (a folder), which need no passphrase, or a case file')
    .description('check a file that somebody gave you; writes nothing')
    .action(async (file: string) => {
      const { context, jobs } = await run.start();
      const path = context.path(file);
      const { kind } = await ask(context, 'file.kind', { path });
      if (kind === 'page') {
        const check = (await jobs.result(await ask(context, 'report.check', { path }))) as ReportCheck;
        context.output.done(check, reportText(path, check));
        run.exit(check.ok ? 0 : 1);
        return;
      }
      if (kind === 'bag') {
        const check = (await jobs.result(await ask(context, 'bag.check', { path }))) as BagCheck;
        context.output.done(check, bagCheckText(check));
        run.exit(check.ok ? 0 : 1);
        return;
      }
      const passphrase = await context.secrets.forCase(path);
      const check = await verifyInProcess(context, { path, passphrase, quick: false });
      context.output.done(check, checkText(path, check));
      run.exit(check.ok ? 0 : 1);
    });
};

/** What was checked with its numbers, and the problems with their places. */
function reportText(path: string, check: ReportCheck): string {
  const { checked, fingerprint, written } = check;
  const more = check.problemCount - check.problems.length;
  return [
    `${visibleText(path)}: ${check.sentence}`,
    `  checked   ${checked.entries} entries with their signatures, ${checked.fields} fields, ${checked.lines} lines of the timeline against their entries, ${checked.parts} other parts against their check values`,
    ...(check.again === true ? ['  made again those other parts, from the entries: the same'] : []),
    ...(check.leftOut === 0 ? [] : [`  left out  ${check.leftOut} fields, on purpose, in this report only`]),
    ...(check.withheld === 0
      ? []
      : [`  withheld  ${check.withheld} fields, by entries of the record that say why`]),
    ...(written === null ? [] : [`  written   ${written.at} by Holdfast ${visibleText(written.version)}`]),
    ...(fingerprint === null ? [] : [`  words     ${fingerprint.words.join(' ')} (${fingerprint.code})`]),
    `  file      ${sizeText(check.size)}, sha256 ${check.sha256}; the case has it in its entry “Report written”`,
    ...check.problems.map(({ code, message }) => `  PROBLEM   ${visibleText(message)} (${code})`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join('\n');
}
