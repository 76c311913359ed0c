import type { EntryView } from '../../casework/entry-view.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import { type Html, NOTHING, html, words } from '../../evidence/forms/html.ts';

type Row = FieldsOf<'citation'>['rows'][number];

/** Where a row stands: exhibit, member of an archive, line, time as the log says it, and the hash of the exhibit. */
function place({ exhibit, member, line, time, clock_offset: offset, sha256 }: Row): Html {
  const parts = [
    `${exhibit}${member === undefined ? '' : `, ${member},`} line ${line}`,
    time ?? 'no time',
    ...(offset === undefined ? [] : [`clock of the log ahead by ${offset} s`]),
    ...(sha256 === undefined ? [] : [`SHA-256 of ${exhibit}: ${sha256}`]),
  ];
  return words(parts.join('; '));
}

/** The rows of logs that an entry cites, each with its place and its text as it stands in the log. */
export function citedRows(view: EntryView): Html {
  const rows = view.kind === 'citation' ? (view['rows'] as readonly Row[] | undefined) : undefined;
  if (rows === undefined || rows.length === 0) return NOTHING;
  return html`<ul class="cited">
    ${rows.map(
      (row) =>
        html`<li>
          <span class="m">${place(row)}</span><br /><span class="mono">${words(row.text)}</span>
          ${row.clipped === true ? html`<span class="m">(its beginning; all of it stands in the exhibit)</span>` : NOTHING}
        </li>`,
    )}
  </ul>`;
}
