import type { Command } from 'commander';
import type { BagMade } from '../../contract/bag.ts';
import { CaseError } from '../../domain/errors.ts';
import { visibleText } from '../../domain/file-name.ts';
import { sizeText } from '../../domain/size-text.ts';
import { ask } from '../call.ts';
import type { Run } from '../register.ts';
import { openFor } from '../with-case.ts';

/** `share bagit`: evidence, custody, timeline and record as a folder that stock tools check. */
export function bagCommand(share: Command, run: Run): void {
  share
    .command('bagit')
    .argument('<case>')
    .argument('<dir>', 'folder to create')
    .description('stored evidence, custody, timeline and record as a bag (RFC 8493); not encrypted')
    .option('--redact <what>', 'refused: bytes of evidence cannot be looked through')
    .action(async (casePath: string, out: string, { redact }: { readonly redact?: string }) => {
      if (redact !== undefined) {
        throw new CaseError('wrong-use', {
          reason:
            'A bag holds the bytes of the evidence, which cannot be looked through for personal data. `share report` and `share copy` can leave it out.',
        });
      }
      const { context, jobs } = await run.start();
      await openFor(context, casePath, 'reading');
      const made = (await jobs.result(
        await ask(context, 'share.bag', { path: context.path(out) }),
      )) as BagMade;
      context.output.done(made, bagLines(made).join('\n'));
      // What the record says is in it was not: whoever asked for it must know.
      if (made.damaged.length > 0) run.exit(1);
    });
}

function bagLines({ path, files, size, sha256, entries, exhibits, leftOut, damaged }: BagMade): string[] {
  const line = (count: number, why: string): string[] => (count === 0 ? [] : [`  left out  ${count} ${why}`]);
  return [
    `${visibleText(path)}: ${exhibits} exhibits, ${entries} entries, ${files} files, ${sizeText(size)}, not encrypted`,
    ...line(leftOut.reference, 'registered by reference: their bytes stayed where they were'),
    ...line(leftOut['no-file'], 'things without a file'),
    ...line(leftOut.released, 'whose bytes were released, as their custody says'),
    ...line(leftOut['not-here'], 'whose bytes are not in this copy, or not in the folder beside it'),
    ...line(leftOut.later, 'registered while the bag was being written'),
    ...damaged.map((exhibit) => `  DAMAGED   ${exhibit} does not have the hash of the record; left out`),
    `  sha256    ${sha256}  tagmanifest-sha256.txt, which fixes all other files`,
    '  check     holdfast check DIR, or in it: sha256sum -c manifest-sha256.txt',
  ];
}
