import { readFileSync, statSync } from 'node:fs';
import { sha256 as digest, signatureChecker } from '../../casework/node-crypto.ts';
import type { BagCheck } from '../../contract/bag.ts';
import { codeOfHead, wordsOfHead } from '../../domain/fingerprint.ts';
import { soundSentence } from '../../domain/record/sound-sentence.ts';
import type { BagFilesCheck } from '../../share/bagit/check-bag.ts';
import { custodyCsvHead, custodyCsvRows } from '../../share/bagit/custody-csv.ts';
import type { BagProblem } from '../../share/bagit/read-manifest.ts';
import { checkCarried } from '../../share/report/self-check/check-carried.ts';
import { readReportRecord } from '../../share/report/self-check/report-record.ts';
import { BAG_PLACES } from './bag-places.ts';
import { checkCustody, readCustody } from './check-custody.ts';

/** Bytes. A larger file could not be read as one text. */
const LARGEST = 400 * 1024 * 1024;

export interface BagRecordCheck {
  readonly record: BagCheck['record'];
  readonly problems: readonly BagProblem[];
  /** What the record proves, where nothing was found. */
  readonly sentence: string;
  /** Its entries, for a fingerprint that somebody was told. */
  readonly order: readonly { readonly id: string; readonly parents: readonly string[] }[];
}

/**
 * Checks the record in a bag of ours and what its custody says of it. The table is made anew from the JSON.
 * @param slice called between slices; throws to cancel
 * @returns null where the bag holds no record
 */
export async function checkBagRecord(
  folder: string,
  { there, sha256 }: BagFilesCheck,
  now: number,
  slice: () => Promise<void>,
): Promise<BagRecordCheck | null> {
  if (!there.has(BAG_PLACES.record)) return null;
  const wrong = (message: string): BagRecordCheck => ({
    record: null,
    problems: [{ code: 'record-wrong', message }],
    sentence: '',
    order: [],
  });
  const textOf = (path: string): string | null =>
    there.has(path) && statSync(`${folder}/${path}`).size <= LARGEST
      ? readFileSync(`${folder}/${path}`, 'utf8')
      : null;
  const text = textOf(BAG_PLACES.record);
  if (text === null) return wrong('The record in this bag is larger than 400 MiB and was not checked.');
  const record = readReportRecord(text);
  if (typeof record === 'string') return wrong(record.replaceAll('in this report', 'in this bag'));
  const work = checkCarried(record, { digest, checkSignature: await signatureChecker() }, 'bag');
  let step = work.next();
  for (; step.done !== true; step = work.next()) await slice();
  const { order, entries, fields, withheld, head, anchored, fixed } = step.value;
  const problems: BagProblem[] = step.value.problems.map(({ message }) => ({
    code: 'record-wrong',
    message,
  }));
  const custody = readCustody(textOf(BAG_PLACES.custodyJson) ?? '');
  if (custody === null) {
    problems.push({
      code: 'custody-otherwise',
      message: 'custody.json is not there, or not in the shape that Holdfast writes: it was changed.',
    });
  } else {
    problems.push(...checkCustody(custody, order, sha256));
    const table = [custodyCsvHead, ...custody.exhibits.map((one) => custodyCsvRows(one))].join('');
    if (textOf(BAG_PLACES.custodyCsv) !== table) {
      problems.push({
        code: 'custody-otherwise',
        message: 'custody.csv does not say what custody.json says.',
      });
    }
  }
  return {
    record: {
      entries,
      fields,
      authors: new Set(order.map(({ header }) => header.author)).size,
      withheld,
      exhibits: custody?.exhibits.length ?? 0,
      custody: custody?.exhibits.reduce((sum, one) => sum + one.custody.length, 0) ?? 0,
      leftOut: custody?.exhibits.filter(({ file }) => file === null).length ?? 0,
      fingerprint: { words: wordsOfHead(head), code: codeOfHead(head), head, entries },
      anchored: anchored === null ? null : { kind: anchored.kind, at: anchored.at, fixes: fixed },
      unanchored: entries - fixed,
      written: { version: record.version, at: record.written },
    },
    problems,
    sentence: soundSentence(entries, fixed, anchored, now),
    order: order.map(({ id, header }) => ({ id, parents: header.parents })),
  };
}
