import type { EntryView } from '../../casework/entry-view.ts';
import { dateText, zoneText } from '../../domain/time/zoned-text.ts';
import { type Html, NOTHING, html, words } from '../../evidence/forms/html.ts';
import { instantOf, marksText, timeText } from '../../evidence/forms/timeline-export.ts';
import { citedRows } from './cited-rows.ts';
import { titleOf } from './cover.ts';
import type { DocumentHead } from './page.ts';
import { lines, quiet, section, table } from './parts.ts';

/**
 * Rows of one table: a table that goes over hundreds of sheets takes a printer many times longer than as many rows in
 * several tables.
 */
const ROWS = 100;

/** The timeline of the report: what comes before its entries, each of them, and what comes after. */
export function timelinePart({ zone }: Pick<DocumentHead, 'zone'>) {
  const head = { zone, by: 'occurred' } as const;
  const hint = quiet(
    'All entries, ordered by when it happened. What was corrected is struck, and what corrects it follows.',
  );
  const [begin, end] = cut(section('timeline', titleOf('timeline'), hint).markup, '</section>');
  const empty = table(['Time', 'What', 'Who'], ['31mm', '', '40mm'], []).markup;
  const [open, close] = cut(empty.replace('class="list"', 'class="list long num"'), '</tbody>');
  let [day, rows] = ['', 0];
  const before = (view: EntryView): string => {
    const at = instantOf(head, view);
    const next = `${dateText(at, zone)} ${zoneText(at, zone)}`;
    const ended = rows === 0 ? '' : close;
    if (next !== day) {
      [day, rows] = [next, 1];
      return `${ended}${html`<h3>${next}</h3>`.markup}${open}`;
    }
    rows = (rows % ROWS) + 1;
    return rows === 1 ? `${ended}${open}` : '';
  };
  return {
    begin,
    entry: (view: EntryView): string => `${before(view)}${row(head, view).markup}\n`,
    // A record has its first entry at least.
    end: `${close}${end}`,
  };
}

/** A markup in two, before the last place of a mark. */
function cut(markup: string, mark: string): readonly [string, string] {
  const at = markup.lastIndexOf(mark);
  return [markup.slice(0, at), markup.slice(at)];
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
      ${citedRows(view)}
    </td>
    <td>
      ${words(view.author.name)}
      <span class="m">${view.kind} ${view.number} (${view.id.slice(0, 8)})</span>
    </td>
  </tr>`;
}
