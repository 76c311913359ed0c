import { type Command, Option } from 'commander';
import type { StandardMade, Tlp } from '../../contract/standard.ts';
import { CaseError } from '../../domain/errors.ts';
import { visibleText } from '../../domain/file-name.ts';
import { sizeText } from '../../domain/size-text.ts';
import { ask } from '../call.ts';
import type { Run } from '../register.ts';
import { openFor } from '../with-case.ts';

/** `share case-uco`, `share stix`: the whole record as documents that other tools for investigations read. */
export function standardCommands(share: Command, run: Run): void {
  const write = async (
    casePath: string,
    out: string,
    wish: { readonly format: StandardMade['format']; readonly ending: RegExp; readonly tlp?: Tlp },
  ): Promise<void> => {
    const { format, ending, tlp } = wish;
    if (!ending.test(out)) {
      throw new CaseError('wrong-use', {
        reason: `Give the file a name that ends in ${format === 'stix' ? '.json' : '.jsonld'}.`,
      });
    }
    const { context, jobs } = await run.start();
    await openFor(context, casePath, 'reading');
    const made = (await jobs.result(
      await ask(context, 'share.standard', {
        format,
        path: context.path(out),
        ...(tlp === undefined ? {} : { tlp }),
      }),
    )) as StandardMade;
    context.output.done(made, standardLines(made).join('\n'));
  };

  share
    .command('case-uco')
    .argument('<case>')
    .argument('<out>', 'file to create: .jsonld')
    .description('the record as CASE 1.4 / UCO 1.4 (JSON-LD), without bytes of evidence; not encrypted')
    .action(async (casePath: string, out: string) =>
      write(casePath, out, { format: 'case-uco', ending: /\.jsonld$/iu }),
    );

  share
    .command('stix')
    .argument('<case>')
    .argument('<out>', 'file to create: .json')
    .description('what happened, who says it and the hashes of evidence as STIX 2.1; not encrypted')
    .addOption(
      new Option('--tlp <level>', 'to whom it may be passed on (default: amber)').choices([
        'white',
        'green',
        'amber',
        'red',
      ]),
    )
    .action(async (casePath: string, out: string, { tlp }: { readonly tlp?: Tlp }) =>
      write(casePath, out, { format: 'stix', ending: /\.json$/iu, ...(tlp === undefined ? {} : { tlp }) }),
    );
}

function standardLines({ path, size, sha256, tlp, ...made }: StandardMade): string[] {
  const { entries, written, exhibits, objects, leftOut } = made;
  const kinds = Object.entries(leftOut.kinds).map(([kind, count]) => `${count} ${kind}`);
  const types = Object.entries(objects).map(([type, count]) => `${count} ${type}`);
  return [
    `${visibleText(path)}: ${written} of ${entries} entries, ${exhibits} ${exhibits === 1 ? 'exhibit' : 'exhibits'} without bytes, ${sizeText(size)}, not encrypted${tlp === null ? '' : `, TLP:${tlp.toUpperCase()}`}`,
    `  objects   ${types.join(', ')}`,
    ...(leftOut.entries === 0
      ? []
      : [`  left out  ${leftOut.entries} entries that the format has nothing for: ${kinds.join(', ')}`]),
    ...(leftOut.withheld === 0 ? [] : [`  withheld  ${leftOut.withheld} fields are in no export`]),
    `  sha256    ${sha256}`,
  ];
}
