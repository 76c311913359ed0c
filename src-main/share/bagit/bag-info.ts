import { codeOfHead, wordsOfHead } from '../../domain/fingerprint.ts';
import type { DocumentHead } from '../report/page.ts';

/** Why the bytes of an exhibit are not in a bag. */
export type LeftOutWhy = 'reference' | 'no-file' | 'released' | 'not-here' | 'damaged' | 'later';

/** In words, in the order in which they are counted. */
const leftOutWords: Readonly<Record<LeftOutWhy, string>> = {
  reference: 'registered by reference, their bytes stayed where they were',
  'no-file': 'things without a file',
  released: 'released, as their custody says',
  'not-here': 'their stored bytes are not in this copy or not beside it',
  damaged: 'DAMAGED: their stored bytes do not have the hash of the record',
  later: 'registered while the bag was being written',
};

export interface BagCounts {
  readonly files: number;
  /** Bytes of the payload. */
  readonly bytes: number;
  /** Exhibits whose bytes are in it. */
  readonly exhibits: number;
  readonly leftOut: Readonly<Record<LeftOutWhy, number>>;
}

/** The lines of bag-info.txt (RFC 8493 §2.2.2). */
export function bagInfo(head: DocumentHead, { files, bytes, exhibits, leftOut }: BagCounts): string[] {
  const all = Object.entries(leftOut).filter(([, count]) => count > 0) as [LeftOutWhy, number][];
  const missing = all.reduce((sum, [, count]) => sum + count, 0);
  return [
    `Bag-Software-Agent: Holdfast ${head.version}`,
    `Bagging-Date: ${head.written.slice(0, 10)}`,
    `Payload-Oxum: ${bytes}.${files}`,
    `External-Identifier: ${head.caseId}`,
    `External-Description: ${oneLine(head.caseTitle)}`,
    `Holdfast-Written: ${head.written}`,
    `Holdfast-Entries: ${head.entries}`,
    `Holdfast-Fingerprint-Words: ${wordsOfHead(head.fingerprint).join(' ')}`,
    `Holdfast-Fingerprint-Code: ${codeOfHead(head.fingerprint)}`,
    `Holdfast-Fingerprint: ${head.fingerprint}`,
    `Holdfast-Exhibits: ${exhibits + missing}`,
    `Holdfast-Exhibits-In-Bag: ${exhibits}`,
    `Holdfast-Exhibits-Left-Out: ${missing}`,
    ...all.map(([why, count]) => `Holdfast-Left-Out: ${count} (${leftOutWords[why]})`),
  ];
}

/** What would end the line, or begin another tag. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
