import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../../../domain/bytes.ts';
import type { Digest } from '../../../domain/digest.ts';
import { signedMessage } from '../../../domain/entry-hash.ts';
import { type CheckedRows, judgeRows, readRows } from '../self-check/check-rows.ts';
import type { CarriedEntry } from '../self-check/raw-entries.ts';
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
    const once = rememberingTexts();
    const carried = readRows(rows, before, once);
    const good = await goodSignatures(carried, check);
    return judgeRows(carried, before, {
      digest: once,
      checkSignature: (_key, _message, signature) => good.has(signature),
    });
  };

/** A field of a report is hashed to stand as a row of a file does, and once more where rows are checked. */
function rememberingTexts(): Digest {
  const known = new Map<string, Uint8Array>();
  return (data) => {
    if (typeof data !== 'string') return digest(data);
    const digested = known.get(data) ?? digest(data);
    known.set(data, digested);
    return digested;
  };
}

/**
 * The signatures that are good, as the very bytes of their rows: equal ones of other rows are judged by themselves. All are
 * asked for at once, as the browser's cipher works beside the page.
 */
async function goodSignatures(
  carried: readonly CarriedEntry[],
  check: Checker,
): Promise<ReadonlySet<Uint8Array>> {
  const good = new Set<Uint8Array>();
  const due = stopwatch();
  const judge = async ({ raw, entry }: CarriedEntry): Promise<void> => {
    if (entry === null) return;
    const message = new Uint8Array(signedMessage(raw.hash));
    const signed = { key: entry.header.author, message, signature: new Uint8Array(raw.signature) };
    if (await check(signed)) good.add(raw.signature);
  };
  const waiting: Promise<void>[] = [];
  for (const one of carried) {
    waiting.push(judge(one));
    if (due()) await turn();
  }
  await Promise.all(waiting);
  return good;
}
