import type { HandoverView } from '../../casework/handover/handovers.ts';
import { type Html, NOTHING, html, words } from '../../evidence/forms/html.ts';
import { lines, stamp, table } from './parts.ts';

/** Who handed the incident over to whom, and whether that was taken over; nothing where nobody did. */
export function handoverPart(handovers: readonly HandoverView[], zone: string): Html {
  if (handovers.length === 0) return NOTHING;
  return html`<h3>Hand-over</h3>
    ${table(
      ['When', 'From', 'To', 'Note', 'Taken over'],
      ['38mm', '30mm', '30mm', '', '44mm'],
      handovers.toReversed().map(
        ({ at, from, to, note, accepted }) =>
          html`<tr>
            <td class="num">${stamp(at, zone)}</td>
            <td>${words(from.name)}</td>
            <td>${words(to)}</td>
            <td>${note === null ? NOTHING : lines(note)}</td>
            <td>
              ${
                accepted.length === 0
                  ? html`<b>by nobody yet</b>`
                  : accepted.map((one) => html`<div>${words(one.by.name)}, ${stamp(one.at, zone)}</div>`)
              }
            </td>
          </tr>`,
      ),
    )}`;
}
