import { clockText, dateText, zoneText } from '../../domain/time/zoned-text.ts';
import { type Html, NOTHING, html } from '../../evidence/forms/html.ts';

/** `17 Nov 2026 02:14 (+01:00)`, the minute that had begun; `UTC` where the zone is that. @param utc ISO 8601 */
export function stamp(utc: string, zone: string): string {
  const offset = /\([+-][\d:]+\)$/u.exec(zoneText(utc, zone))?.[0] ?? zoneText(utc, zone);
  return `${dateText(utc, zone)} ${clockText(`${utc.slice(0, 16)}:00.000Z`, zone, false)} ${offset}`;
}

/** A text as it was written, with its line breaks. */
export function lines(text: string): Html {
  const parts = text.split(/\r\n?|\n/u).map((line, i) => html`${i === 0 ? NOTHING : BREAK}${line}`);
  return html`<bdi>${parts}</bdi>`;
}

const BREAK: Html = { markup: '<br />' };

/** A part of a document, with an anchor of its own. */
export const section = (id: string, title: string, body: Html | readonly Html[]): Html =>
  html`<section id="${id}">
    <h2>${title}</h2>
    ${body}
  </section>`;

/** @param widths of the columns; `''` takes what is left */
export function table(heads: readonly string[], widths: readonly string[], rows: readonly Html[]): Html {
  return html`<table class="list">
    <colgroup>
      ${widths.map((width) => (width === '' ? html`<col />` : html`<col style="width:${width}" />`))}
    </colgroup>
    <thead>
      <tr>
        ${heads.map((head) => html`<th>${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

export const quiet = (text: string): Html => html`<p class="m">${text}</p>`;

export const UNKNOWN = 'Not known yet';

/** A text that has room for so many characters; cut between them, never within one. */
export function short(text: string, room: number): string {
  if (text.length <= room) return text;
  const head = text.slice(0, room);
  return `${head.isWellFormed() ? head : head.slice(0, -1)}…`;
}
