import { clockSeconds, daySeconds } from '../reading/civil.ts';
import { textAt } from '../reading/columns.ts';
import { digits } from '../reading/digits.ts';
import { monthAt } from '../reading/months.ts';
import type { RowDraft } from '../reading/row.ts';

/** `Wed Nov 25 00:02:58 2026 -> `, in front of every line of clamd and freshclam. */
export const CLAMD = /^\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4} -> /;
export const CLAMD_LENGTH = 28;

/** `Start Date: 2026:11:24 23:59:55`, in the summary of clamscan. */
export const SCAN_DATE = /^(Start|End) Date:\s+(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/;

/** `(md5:size)`, which clamd can be told to write behind a signature. */
const HASH = /\(([0-9a-f]{32}):\d+\)$/;
/** Bytes that somebody sent to clamd. */
const STREAM = /^instream\((.+?)(?:@\d+)?\)$/;

export interface Verdict {
  readonly path: string;
  readonly signature: string;
  readonly md5: string;
  readonly result: string;
}

const RESULTS = ['FOUND', 'OK', 'ERROR'] as const;

/** What was found in which file, or null where a line says something else. A path may hold `: ` itself. */
export function verdictOf(text: string): Verdict | null {
  const result = RESULTS.find((word) => text.endsWith(` ${word}`));
  const colon = text.lastIndexOf(': ');
  if (result === undefined || colon < 1) return null;
  const said = text.slice(colon + 2, -result.length).trimEnd();
  if (result === 'FOUND' ? said === '' : result === 'OK' && said !== '') return null;
  const md5 = HASH.exec(said.slice(-64))?.[1] ?? '';
  const signature = result === 'FOUND' ? said.replace(HASH, '') : '';
  return { path: text.slice(0, colon), signature, md5, result };
}

export function fillVerdict(row: RowDraft, text: string): void {
  const verdict = verdictOf(text);
  if (verdict === null) return;
  row.text(textAt.action, verdict.result);
  row.text(textAt.path, verdict.path);
  row.text(textAt.rule, verdict.signature);
  const sender = STREAM.exec(verdict.path)?.[1];
  if (sender !== undefined && sender !== 'local') row.text(textAt.address, sender);
}

/** Seconds since 1970 of the clock that a line of clamd begins with, as if it showed UTC; NaN where it shows nothing. */
export function clamdSeconds(bytes: Uint8Array, from: number): number {
  const day = bytes[from + 8] === 32 ? digits(bytes, from + 9, 1) : digits(bytes, from + 8, 2);
  const clock = clockSeconds(
    digits(bytes, from + 11, 2),
    digits(bytes, from + 14, 2),
    digits(bytes, from + 17, 2),
  );
  return daySeconds(digits(bytes, from + 20, 4), monthAt(bytes, from + 4), day) + clock;
}

/** The same for a date of the summary. */
export function scanSeconds(found: RegExpExecArray): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(2).map(Number);
  return daySeconds(year, month, day) + clockSeconds(hour, minute, second);
}
