import type { EntryView } from '../../casework/entry-view.ts';
import { dateText, zoneText } from '../../domain/time/zoned-text.ts';
import { type Html, html, words } from '../../evidence/forms/html.ts';
import { instantOf, marksText, timeText } from '../../evidence/forms/timeline-export.ts';
import { citedRows } from './cited-rows.ts';
import { titleOf } from './cover.ts';
import type { DocumentHead } from './page.ts';
import { lines, quiet, section } from './parts.ts';

/** The timeline of the report: what comes before its entries, each of them, and what comes after. */
export function timelinePart({ zone }: Pick<DocumentHead, 'zone'>) {
  const head = { zone, by: 'occurred' } as const;
  const hint = quiet(
    'All entries, ordered by when it happened. What was corrected is struck, and what corrects it follows.',
  );
  const [begin, end] = cut(section('timeline', titleOf('timeline'), hint).markup, '</section>');
  let day = '';
  /** An entry, and the day above it where that is another one than before. */
  const line = (view: EntryView): { readonly day: Html | null; readonly item: Html } => {
    const at = instantOf(head, view);
    const next = `${dateText(at, zone)} ${zoneText(at, zone)}`;
    const item = row(head, view);
    if (next === day) return { day: null, item };
    day = next;
    return { day: html`<h3>${next}</h3>`, item };
  };
  return {
    begin,
    line,
    entry: (view: EntryView): string => {
      const ended = day === '' ? '' : CLOSE;
      const { day: heading, item } = line(view);
      return `${heading === null ? '' : `${ended}${heading.markup}${OPEN}`}${item.markup}\n`;
    },
    // A record has its first entry at least.
    end: `${CLOSE}${end}`,
    /** What ends the section. */
    close: end,
  };
}

/**
 * A list, and no table: one that goes over hundreds of sheets takes a printer half as long, and a reader who listens hears
 * one entry after the other.
 */
const OPEN = '<ol class="log num">';
const CLOSE = '</ol>';

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
  const who = html`${words(view.author.name)}, ${view.kind} ${view.number} (${view.id.slice(0, 8)})`;
  const what = view.correctedBy === undefined ? text : html`<s>${text}</s>`;
  const said = marks === '' ? what : html`${what} <span class="m">${marks}</span>`;
  return html`<li id="e${view.number}">
    <span class="at">${timeText(head, view)}</span>${said} <span class="m who">${who}</span>
    ${citedRows(view)}
  </li>`;
}
