import { createHash } from 'node:crypto';
import { hex, utf8 } from '../../../domain/bytes.ts';
import { sha256 } from '../../../casework/node-crypto.ts';
import { outlineOf } from './page-tree.ts';
import { readElement } from './read-markup.ts';
import { RECORD_ID, REPORT_FORMAT, type ReportRecord, inScript } from './report-record.ts';

/** What a report carries so that it can be checked: the record that it shows, and the program that compares the two. */
export interface CarriedRecord extends Omit<ReportRecord, 'format' | 'rows' | 'parts'> {
  /** JSON texts of `ReportRow`. */
  readonly rows: readonly string[];
  readonly parts: ReportRecord['parts'];
  /** JavaScript. */
  readonly program: string;
}

/** Id and check value of a part. @param markup of one element with an id */
export function partDigest(id: string, markup: string): ReportRecord['parts'][number] {
  return [id, hex(sha256(utf8(outlineOf(readElement(markup)))))];
}

/** Where the page says whether it was checked; the program draws it anew. */
export const checkBox = `<div id="self-check" class="self-check"><p class="m">○ Not checked yet. This page carries the record that it shows. Its own check needs a browser that runs its script; Holdfast checks it as well: “Check a file”, or “holdfast check FILE”.</p></div>`;

/** The source expression by which the rules of the page let this script run, and no other. */
export const scriptHash = (program: string): string =>
  `sha256-${createHash('sha256').update(program).digest('base64')}`;

/** The record as a data block, which no browser runs, and the program. @param head of the page, markup */
export function recordBlock({ rows, program, parts, ...rest }: CarriedRecord, head: string): string {
  const record = JSON.stringify({
    format: REPORT_FORMAT,
    ...rest,
    parts: [partDigest('head', head), ...parts],
    rows: [],
  });
  const [begin, end] = [record.slice(0, -2), record.slice(-2)];
  const data = inScript(`${begin}\n${rows.join(',\n')}\n${end}`);
  return `<script type="application/json" id="${RECORD_ID}">${data}</script><script id="holdfast-check">${program}</script>`;
}
