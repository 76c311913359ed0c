import type { BagCheck } from '../contract/bag.ts';
import { visibleText } from '../domain/file-name.ts';
import { sizeText } from '../domain/size-text.ts';

/** What of a bag was checked with its numbers, and the problems with their places. */
export function bagCheckText({
  path,
  checked,
  algorithms,
  record,
  problems,
  problemCount,
  sentence,
  sha256,
}: BagCheck): string {
  const more = problemCount - problems.length;
  return [
    `${visibleText(path)}: ${visibleText(sentence)}`,
    `  files     ${checked.files} of the payload (${sizeText(checked.bytes)}) and ${checked.tagFiles} beside it, by ${algorithms.join(', ') || 'no hash'}`,
    ...(record === null
      ? []
      : [
          `  record    ${record.entries} entries with their signatures, ${record.fields} fields, by ${record.authors} ${record.authors === 1 ? 'key' : 'keys'}`,
          `  custody   ${record.custody} events of ${record.exhibits} exhibits against their entries; of ${record.leftOut} no bytes are in the bag`,
          '  timeline  by its hash only: what it says was not compared with the record',
          ...(record.withheld === 0
            ? []
            : [`  withheld  ${record.withheld} fields, by entries of the record that say why`]),
          `  written   ${record.written.at} by Holdfast ${visibleText(record.written.version)}`,
          `  words     ${record.fingerprint.words.join(' ')} (${record.fingerprint.code})`,
        ]),
    ...(sha256 === null
      ? [
          '  NOT FIXED there is no tagmanifest-sha256.txt: whoever changes a file can change the lists as well',
        ]
      : [`  sha256    ${sha256}  tagmanifest-sha256.txt; compare it with the one that you were told`]),
    ...problems.map(({ code, message }) => `  PROBLEM   ${visibleText(message)} (${code})`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join('\n');
}
