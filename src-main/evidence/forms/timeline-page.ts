import type { EntryView } from '../../casework/entry-view.ts';
import { codeOfHead } from '../../domain/fingerprint.ts';
import { dateText, zoneText } from '../../domain/time/zoned-text.ts';
import { FORM_STYLE, PAPER, pageFoot } from './form-style.ts';
import { type Html, NOTHING, html, words } from './html.ts';
import {
  type ExportHead,
  type Writer,
  exportFoot,
  instantOf,
  marksText,
  shownText,
  timeText,
} from './timeline-export.ts';

const STYLE: Html = {
  markup: `
.list { font-size: 9pt; }
.list .time { width: 31mm; } .list .who { width: 40mm; }
.list .day td { font-weight: 650; padding-top: 4mm; border-bottom: .8pt solid #111; break-after: avoid; }
.list td bdi { white-space: pre-wrap; }
`,
};

/**
 * A timeline as a page that stands alone: no script, nothing loaded. Case, zone and fingerprint stand in the head of the
 * table, which is printed again on every sheet.
 * @param paper true where a printer adds the foot of the pages
 */
export function timelinePage(head: ExportHead, paper: boolean): Writer {
  const whole = frame(head, paper).markup;
  const end = whole.lastIndexOf('</tbody>');
  let day = '';
  const dayOf = (view: EntryView): Html => {
    const next = dateText(instantOf(head, view), head.zone);
    if (next === day) return NOTHING;
    day = next;
    return html`<tr class="day">
      <td colspan="3">${next} <span class="m">${zoneText(instantOf(head, view), head.zone)}</span></td>
    </tr>`;
  };
  return {
    begin: whole.slice(0, end),
    entry: (view) => `${dayOf(view).markup}${row(head, view).markup}\n`,
    end: whole.slice(end),
  };
}

/** The page around the entries. */
function frame(head: ExportHead, paper: boolean): Html {
  const zone = zoneText(head.written, head.zone);
  const order = head.by === 'occurred' ? 'when it occurred' : 'when it was recorded';
  const what = html`<p>${words(head.caseTitle)}, ${shownText(head)}, ordered by ${order}.</p>`;
  const note = html`<p class="m">${NOT_ENCRYPTED}</p>`;
  const running = html`<div class="running">
    <span>${words(head.caseTitle)}</span><span>Times in ${zone}</span
    ><span class="mono">${codeOfHead(head.fingerprint)}</span>
  </div>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width" />
        <title>Timeline, ${head.caseTitle}</title>
        <style>
          ${paper ? PAPER : pageFoot(exportFoot(head))}${FORM_STYLE}${STYLE}
        </style>
      </head>
      <body>
        <h1>Timeline</h1>
        ${what}${note}
        <table class="list num">
          <thead>
            <tr>
              <td colspan="3">${running}</td>
            </tr>
            <tr>
              <th class="time">Time</th>
              <th>What</th>
              <th class="who">Who</th>
            </tr>
          </thead>
          <tbody></tbody>
        </table>
      </body>
    </html>`;
}

const NOT_ENCRYPTED =
  'Exported from an encrypted record; this page itself is not encrypted. The fingerprint is of the whole record when this was written.';

function row(head: ExportHead, view: EntryView): Html {
  const marks = marksText(view);
  const lines = view.text.split(/\r\n?|\n/u).map((line, i) => html`${i === 0 ? NOTHING : BREAK}${line}`);
  const text = view.correctedBy === undefined ? html`<bdi>${lines}</bdi>` : html`<s><bdi>${lines}</bdi></s>`;
  const quiet = [marks, ...view.tags.map((tag) => `#${tag}`)].filter((part) => part !== '').join(' ');
  const which = `${view.kind}, entry ${view.number} (${view.id.slice(0, 8)})`;
  return html`<tr>
    <td>${timeText(head, view)}</td>
    <td>${text} <span class="m">${quiet}</span></td>
    <td>${words(view.author.name)} <span class="m">${which}</span></td>
  </tr>`;
}

const BREAK: Html = { markup: '<br />' };
