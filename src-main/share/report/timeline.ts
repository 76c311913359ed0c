import type { EntryView } from '../../casework/entry-view.ts';
import { dateText, zoneText } from '../../domain/time/zoned-text.ts';
import { type Html, NOTHING, html, words } from '../../evidence/forms/html.ts';
import { instantOf, marksText, timeText } from '../../evidence/forms/timeline-export.ts';
import { titleOf } from './cover.ts';
import type { DocumentHead } from './page.ts';
import { lines, quiet, section, table } from './parts.ts';

/** The timeline of the report: what comes before its entries, each of them, and what comes after. */
export function timelinePart({ zone }: Pick<DocumentHead, 'zone'>) {
  const head = { zone, by: 'occurred' } as const;
  const whole = section('timeline', titleOf('timeline'), [
    quiet(
      'All entries, ordered by when it happened. What was corrected is struck, and what corrects it follows.',
    ),
    { markup: table(['Time', 'What', 'Who'], ['31mm', '', '40mm'], []).markup },
  ]).markup.replace('class="list"', 'class="list long num"');
  const end = whole.lastIndexOf('</tbody>');
  let day = '';
  const dayOf = (view: EntryView): Html => {
    const at = instantOf(head, view);
    const next = `${dateText(at, zone)} ${zoneText(at, zone)}`;
    if (next === day) return NOTHING;
    day = next;
    return html`<tr class="day">
      <td colspan="3">${next}</td>
    </tr>`;
  };
  return {
    begin: whole.slice(0, end),
    entry: (view: EntryView): string => `${dayOf(view).markup}${row(head, view).markup}\n`,
    end: whole.slice(end),
  };
}

function row(head: Parameters<typeof timeText>[0], view: EntryView): Html {
  const text = lines(view.text);
  const marks = [marksText(view), ...view.tags.map((tag) => `#${tag}`)]
    .filter((part) => part !== '')
    .join(' ');
  return html`<tr>
    <td>${timeText(head, view)}</td>
    <td>
      ${view.correctedBy === undefined ? text : html`<s>${text}</s>`}${marks === '' ? NOTHING : html` <span class="m">${marks}</span>`}
    </td>
    <td>
      ${words(view.author.name)} <span class="m">${view.kind} ${view.number} (${view.id.slice(0, 8)})</span>
    </td>
  </tr>`;
}
