import { codeOfHead } from '../../domain/fingerprint.ts';
import { FORM_STYLE, PAPER, pageFoot } from '../../evidence/forms/form-style.ts';
import { type Html, NOTHING, html } from '../../evidence/forms/html.ts';
import { zoneText } from '../../domain/time/zoned-text.ts';
import { stamp } from './parts.ts';
import { type CarriedRecord, checkBox, recordBlock, scriptHash } from './self-check/carried-record.ts';
import { LAID_OUT_LATER, REPORT_STYLE } from './style.ts';

/** What stands on each page of a document, as the record was at one moment. */
export interface DocumentHead {
  readonly caseTitle: string;
  readonly caseId: string;
  readonly practice: boolean;
  /** IANA name; all times are in it. */
  readonly zone: string;
  readonly entries: number;
  /** FORMAT.md §7.4, hex. */
  readonly fingerprint: string;
  /** ISO 8601, UTC. */
  readonly written: string;
  readonly version: string;
}

/** Case, zone, fingerprint and when it was written: the foot of every page, plain text. */
export const documentFoot = (head: DocumentHead): string =>
  `${head.practice ? 'PRACTICE, ' : ''}${head.caseTitle}, times in ${zoneText(head.written, head.zone)}, fingerprint ${codeOfHead(head.fingerprint)}, ${head.entries} entries, written ${stamp(head.written, head.zone)}, Holdfast ${head.version}`;

/** A document in one piece: nothing is loaded, and no script runs but the check of a report that carries its record. */
export interface Document {
  readonly title: string;
  readonly head: DocumentHead;
  readonly style?: Html;
  readonly body: string;
  /** Of a report: what it is checked by. Paper has no use for it. */
  readonly record?: CarriedRecord;
}

/** The head of a page: its rules, its title and its look. @param paper true where a printer adds the foot of the pages */
export function headOf({ title, head, style, record }: Document, paper: boolean): string {
  const checksItself = record !== undefined && !paper;
  // A thread may be any blob, but only this script can make one, and a thread keeps these rules: no network, no eval.
  const script = checksItself ? `; script-src '${scriptHash(record.program)}'; worker-src blob:` : '';
  return html`<head>
    <meta charset="utf-8" />
    <meta
      http-equiv="Content-Security-Policy"
      content="default-src 'none'; style-src 'unsafe-inline'${{ markup: script }}"
    />
    <meta name="viewport" content="width=device-width" />
    <title>${title}</title>
    <style>
      ${paper ? PAPER : pageFoot(documentFoot(head))}${FORM_STYLE}${REPORT_STYLE}${checksItself ? LAID_OUT_LATER : NOTHING}${style ?? []}
    </style>
  </head>`.markup;
}

/** @param paper true where a printer adds the foot of the pages */
export function pageOf(document: Document, paper: boolean): string {
  const record = paper ? undefined : document.record;
  const top = headOf(document, paper);
  const box = record === undefined ? '' : checkBox;
  const end = record === undefined ? '' : recordBlock(record, top);
  return `<!doctype html>\n<html lang="en">${top}<body>${box}${document.body}${end}</body></html>\n`;
}
