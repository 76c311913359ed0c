import { Argument, type Command } from 'commander';
import type { RetentionItem } from '../../contract/custody.ts';
import { visibleText } from '../../domain/file-name.ts';
import { sizeText } from '../../domain/size-text.ts';
import { ask } from '../call.ts';
import type { Run } from '../register.ts';
import { localTime } from '../local-time.ts';
import { entryLine } from '../text.ts';
import { openFor } from '../with-case.ts';

interface Writing {
  readonly continueOlder?: boolean;
}

/** `evidence hold|retention|release`. */
export function retentionCommands(evidence: Command, run: Run): void {
  evidence
    .command('hold')
    .argument('<case>')
    .argument('<exhibit>')
    .addArgument(new Argument('<on|off>').choices(['on', 'off']))
    .description('put an exhibit on hold, so that nothing may dispose of it, or take it off')
    .requiredOption('--why <why>')
    .action(async (casePath: string, exhibit: string, on: string, options: Writing & { why: string }) => {
      const { context } = await run.start();
      const { zone } = await openFor(context, casePath, 'writing', options.continueOlder);
      const { entry } = await ask(context, 'evidence.hold', { exhibit, on: on === 'on', why: options.why });
      context.output.done({ entry }, `Recorded. ${entryLine(entry, zone).trim()}`);
    });

  evidence
    .command('retention')
    .argument('<case>')
    .description('what may be released when, what is on hold, and what is undecided and why')
    .action(async (casePath: string) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'reading');
      const list = await ask(context, 'evidence.retention', {});
      const head =
        list.ended === null
          ? 'The incident has not ended, so no time runs.'
          : `The incident ended ${localTime(list.ended, list.zone)} ${list.zone}.`;
      const lines = list.items.map((item) => retentionLines(item, list.zone));
      context.output.done(list, [head, ...lines].join('\n'));
    });

  evidence
    .command('release')
    .argument('<case>')
    .argument('<exhibit>')
    .description('remove the stored bytes of an exhibit; its entry, hashes and custody stay')
    .requiredOption('--method <method>', 'how and why they are disposed of')
    .action(async (casePath: string, exhibit: string, options: Writing & { method: string }) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'writing', options.continueOlder);
      const done = await ask(context, 'evidence.release', { exhibit, method: options.method });
      const left =
        done.leftOver === null
          ? ''
          : `\n${done.leftOver} could not be deleted; its key is gone, so nobody can read it. Delete it by hand.`;
      context.output.done(
        done,
        `${exhibit} released: ${sizeText(done.freed)} removed; hashes and custody stay.${left}`,
      );
    });
}

function retentionLines(item: RetentionItem, zone: string): string {
  const rules = item.rules.map(
    ({ name, until }) => `\n        ${name}: ${until === null ? 'not yet known' : localTime(until, zone)}`,
  );
  const until = item.retainUntil === null ? '' : ` until ${localTime(item.retainUntil, zone)} ${zone}`;
  return `${item.exhibit}  ${visibleText(item.title)}  ${item.state}${until}. ${visibleText(item.says)}${rules.join('')}`;
}
