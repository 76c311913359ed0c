import type { FileCheck } from '../../../src-main/contract/file-check.ts';
import { fileName } from '../../format/path.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { badTitle } from './verdict-words.ts';

/** The result as text for a letter: what was found, in which file, when. Times in UTC. */
export function checkText(path: string, { check, fingerprint, sha256 }: FileCheck): string {
  const text = en.check;
  return [
    check.ok ? text.good.title : badTitle(check),
    check.sentence,
    ...check.problems.flatMap(({ code, message, hashes }) => [
      `- ${message} (${code})`,
      ...(hashes === undefined
        ? []
        : [`  ${text.bad.recorded} ${hashes.recorded}`, `  ${text.bad.foundNow} ${hashes.found}`]),
    ]),
    '',
    `${text.of} ${visibleName(fileName(path))}`,
    `${text.sha256} ${sha256}`,
    ...(fingerprint === null
      ? []
      : [`${text.compare.heading}: ${fingerprint.words.join(' ')} (${fingerprint.code})`]),
    check.at,
  ].join('\n');
}
