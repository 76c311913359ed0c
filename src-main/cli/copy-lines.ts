import type { CopyMade } from '../contract/share.ts';
import { visibleText } from '../domain/file-name.ts';
import { sizeText } from '../domain/size-text.ts';

/** Something to know of what was done all the same. */
export interface CliWarning {
  readonly code: 'weak-passphrase' | 'removable';
  readonly message: string;
}

export const REMOVABLE: CliWarning = {
  code: 'removable',
  message:
    'This disk can be carried away, and the copy holds personal data. --redact personal makes one without.',
};

/** What a copy is, for people. */
export function copyLines(copy: CopyMade, warnings: readonly CliWarning[]): string[] {
  const { verified, leftOut } = copy;
  return [
    `${copy.path}: ${copy.entries} entries, ${sizeText(copy.size)}${copy.to === null ? '' : `, for ${visibleText(copy.to)}`}`,
    copy.readOnly ? '  nobody can write in it' : `  exhibits added there start at EV-${copy.series}001`,
    ...(leftOut.exhibits === 0
      ? []
      : [`  left out: the bytes of ${leftOut.exhibits} exhibits, ${sizeText(leftOut.bytes)}`]),
    ...(copy.redact === 'personal' ? ['  left out: personal data'] : []),
    `  read back from the disk: ${verified.pages} pages, ${verified.entries} entries, ${verified.exhibits} exhibits`,
    `  sha256 ${copy.sha256}`,
    ...warnings.map(({ message }) => `  ${message}`),
  ];
}
