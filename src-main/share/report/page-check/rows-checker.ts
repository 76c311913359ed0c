import { sha256 } from '@noble/hashes/sha2.js';
import { fromHex, hex, utf8 } from '../../../domain/bytes.ts';
import type { Digest } from '../../../domain/digest.ts';
import { entryHash, signedMessage } from '../../../domain/entry-hash.ts';
import { parseHeader } from '../../../domain/header.ts';
import { type CheckedRows, checkRows } from '../self-check/check-rows.ts';
import type { ReportRow } from '../self-check/report-record.ts';
import { stopwatch, turn } from './pace.ts';
import type { Checker } from './signatures.ts';

/** In step: a browser's own digest costs more to ask than to compute, for texts as short as these. */
export const digest: Digest = (data) => sha256(typeof data === 'string' ? utf8(data) : data);

/** Checks rows each by itself, signatures included. @param before rows of the record that come before these */
export type RowsChecker = (rows: readonly ReportRow[], before: number) => Promise<CheckedRows>;

export const rowsChecker =
  (check: Checker): RowsChecker =>
  async (rows, before) => {
    const good = await goodSignatures(rows, check);
    return checkRows(rows, before, {
      digest,
      checkSignature: (key, message, signature) => good.has(nameOf(key, message, signature)),
    });
  };

const nameOf = (key: string, message: Uint8Array, signature: Uint8Array): string =>
  `${key}${hex(message)}${hex(signature)}`;

/** All are asked for at once: the browser's cipher works beside the page. */
async function goodSignatures(rows: readonly ReportRow[], check: Checker): Promise<ReadonlySet<string>> {
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
  const waiting: Promise<void>[] = [];
  for (const row of rows) {
    waiting.push(judge(row));
    if (due()) await turn();
  }
  await Promise.all(waiting);
  return good;
}
