import type { HandoverView } from '../../casework/handover/handovers.ts';
import { codeOfHead } from '../../domain/fingerprint.ts';
import { clockText, dateText, zoneText } from '../../domain/time/zoned-text.ts';
import { FORM_STYLE, PAPER, pageFoot } from './form-style.ts';
import { type Html, NOTHING, html, words } from './html.ts';
import { type ExportHead, exportFoot } from './timeline-export.ts';

/** More does not go onto one page; the rest is counted, and stands in the record. */
const SHOWN = { steps: 16, deadlines: 6, entries: 8, text: 220 } as const;

const STYLE: Html = {
  markup: `
.columns { display: grid; grid-template-columns: 3fr 2fr; gap: 0 8mm; align-items: start; }
.list .due { width: 34mm; } .list .time { width: 24mm; } .list .who { width: 32mm; }
.note { white-space: pre-wrap; }
`,
};

/**
 * A hand-over as a page that stands alone, with a line for each of the two who sign on paper.
 * @param paper true where a printer adds the foot of the pages
 */
export function handoverPage(head: ExportHead, handover: HandoverView, paper: boolean): string {
  const { from, to, at, note, phases, accepted } = handover;
  const when = (utc: string): string => `${dateText(utc, head.zone)} ${clockText(utc, head.zone, false)}`;
  const taken =
    accepted.length === 0
      ? html`<b>Not yet taken over.</b>`
      : html`Taken over by
        ${accepted.map((one, i) => html`${i === 0 ? '' : ' and '}${words(one.by.name)}, ${when(one.at)}`)}.`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width" />
        <title>Hand-over, ${head.caseTitle}</title>
        <style>
          ${paper ? PAPER : pageFoot(exportFoot(head))}${FORM_STYLE}${STYLE}
        </style>
      </head>
      <body class="num">
        <h1>Hand-over</h1>
        <p>
          ${words(head.caseTitle)}. Phase: ${phases.join(' | ')}. Times in
          ${zoneText(head.written, head.zone)}.
        </p>
        <p>
          <b>${words(from.name)}</b> hands over to <b>${words(to)}</b>, ${when(at)} (entry ${handover.number},
          ${handover.entry.slice(0, 8)}). ${taken}
        </p>
        ${note === null ? NOTHING : html`<p class="note">${words(note)}</p>`}
        <h2>Running deadlines</h2>
        ${table(
          handover.deadlines.slice(0, SHOWN.deadlines).map(
            ({ title, due }) =>
              html`<tr>
                <td>${words(title)}</td>
                <td class="due">${when(due)}</td>
              </tr>`,
          ),
          handover.deadlines.length - SHOWN.deadlines,
          'None runs.',
        )}
        <h2>Open steps</h2>
        ${table(
          handover.steps.slice(0, SHOWN.steps).map(
            ({ title, due }) =>
              html`<tr>
                <td>${words(title)}</td>
                <td class="due">${due === null ? '' : `due ${when(due)}`}</td>
              </tr>`,
          ),
          handover.steps.length - SHOWN.steps,
          'None is open.',
        )}
        <h2>The last entries before it</h2>
        ${table(
          handover.entries.slice(-SHOWN.entries).map(
            (entry) =>
              html`<tr>
                <td class="time">${when(entry.occurred?.utc ?? entry.recorded)}</td>
                <td>${words(cut(entry.text))}</td>
                <td class="who">${words(entry.author.name)}</td>
              </tr>`,
          ),
          0,
          'None.',
        )}
        <div class="box">
          Both sign in the record itself, each with a key of their own. Fingerprint of the record when this
          was written: <span class="mono">${codeOfHead(head.fingerprint)}</span>
        </div>
        <h2>On paper</h2>
        <div class="sign">
          <div><span>Handed over: ${words(from.name)}</span></div>
          <div><span>Taken over: ${words(to)}</span></div>
        </div>
        <p class="m">This page is not encrypted.</p>
      </body>
    </html>`.markup;
}

const cut = (text: string): string => (text.length > SHOWN.text ? `${text.slice(0, SHOWN.text)} …` : text);

/** Rows, and how many more there are. */
function table(rows: readonly Html[], more: number, none: string): Html {
  if (rows.length === 0) return html`<p class="m">${none}</p>`;
  return html`<table class="list">
      <tbody>
        ${rows}
      </tbody>
    </table>
    ${more > 0 ? html`<p class="m">${more} more in the record.</p>` : NOTHING}`;
}
