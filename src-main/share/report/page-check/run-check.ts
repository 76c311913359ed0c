import { sha256 } from '@noble/hashes/sha2.js';
import { fromHex, hex, utf8 } from '../../../domain/bytes.ts';
import type { Digest } from '../../../domain/digest.ts';
import { entryHash, signedMessage } from '../../../domain/entry-hash.ts';
import { parseHeader } from '../../../domain/header.ts';
import { type ReportCheck, type ShownPage, checkReport } from '../self-check/check-report.ts';
import type { ReportRecord, ReportRow } from '../self-check/report-record.ts';
import { stopwatch, turn } from './pace.ts';
import { type Checker, signatureChecker } from './signatures.ts';

export const digest: Digest = (data) => sha256(typeof data === 'string' ? utf8(data) : data);

/** Signatures that are looked at together: the browser's cipher works beside the page. */
const TOGETHER = 64;

/** Checks the report in slices. @param tell called with the share that is done, 0 to 1 */
export async function runCheck(
  record: ReportRecord,
  page: ShownPage,
  tell: (done: number) => void,
): Promise<ReportCheck & { readonly native: boolean }> {
  const { check, native } = await signatureChecker();
  const good = await goodSignatures(record.rows, check, (done) => tell(done * 0.6));
  const work = checkReport(record, page, {
    digest,
    checkSignature: (key, message, signature) => good.has(nameOf(key, message, signature)),
  });
  const due = stopwatch();
  let slices = 0;
  for (;;) {
    const step = work.next();
    if (step.done === true) return { ...step.value, native };
    slices += 1;
    if (due()) {
      tell(0.6 + 0.4 * Math.min(1, slices / (record.rows.length / 25 + 12)));
      await turn();
    }
  }
}

const nameOf = (key: string, message: Uint8Array, signature: Uint8Array): string =>
  `${key}${hex(message)}${hex(signature)}`;

async function goodSignatures(
  rows: readonly ReportRow[],
  check: Checker,
  tell: (done: number) => void,
): Promise<ReadonlySet<string>> {
  const good = new Set<string>();
  const due = stopwatch();
  const judge = async ([header, digits]: ReportRow): Promise<void> => {
    const parsed = parseHeader(header);
    if (typeof parsed === 'string') return;
    const message = new Uint8Array(signedMessage(entryHash(digest, utf8(header))));
    const signature = new Uint8Array(fromHex(digits));
    const { author: key } = parsed;
    if (await check({ key, message, signature })) good.add(nameOf(key, message, signature));
  };
  for (let at = 0; at < rows.length; at += TOGETHER) {
    const waiting: Promise<void>[] = [];
    for (const row of rows.slice(at, at + TOGETHER)) {
      waiting.push(judge(row));
      if (due()) await turn();
    }
    await Promise.all(waiting);
    tell(at / rows.length);
  }
  return good;
}
