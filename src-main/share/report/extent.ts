import type { ExtentItem } from '../../casework/extent.ts';
import { type Html, NOTHING, html, words } from '../../evidence/forms/html.ts';
import { lines, stamp, table } from './parts.ts';

const STATES: Readonly<Record<ExtentItem['said'][0]['state'], string>> = {
  suspected: 'suspected',
  affected: 'reached',
  'not-affected': 'not reached',
  restored: 'restored',
};

/** How far the incident reaches, thing by thing; nothing where nobody named one. */
export function extentPart(items: readonly ExtentItem[], zone: string): Html {
  if (items.length === 0) return NOTHING;
  return html`<h3>How far it reaches</h3>
    ${table(
      ['What', 'State', 'Before', 'Decided by, on what grounds', 'When'],
      ['', '26mm', '26mm', '56mm', '38mm'],
      items.flatMap(({ of, item, said }) =>
        said.map(
          ({ state, before, by, author, grounds, at }) =>
            html`<tr>
              <td><b>${words(item)}</b> <span class="m">${of}</span></td>
              <td>${STATES[state]}</td>
              <td>${before.join(', ')}</td>
              <td>
                ${words(by.length === 0 ? author.name : by.join(' and '))}${grounds === null ? NOTHING : html`: ${lines(grounds)}`}
              </td>
              <td class="num">${stamp(at, zone)}</td>
            </tr>`,
        ),
      ),
    )}`;
}
