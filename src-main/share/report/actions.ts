import type { EntryView } from '../../casework/entry-view.ts';
import { type Html, NOTHING, html, words } from '../../evidence/forms/html.ts';
import { titleOf } from './cover.ts';
import { lines, section, stamp } from './parts.ts';
import type { ReportData } from './report-data.ts';

const SAID = [
  ['why', 'Why'],
  ['ordered_by', 'Ordered by'],
  ['done_by', 'Done by'],
  ['device', 'From'],
  ['undo', 'How to undo it'],
  ['worked', 'Worked'],
  ['result', 'Result'],
  ['retest', 'Tested again'],
  ['before_evidence', 'Done before evidence was collected, because'],
] as const;

/** What was done to contain and to eradicate, with all that was said of it. */
export function actions({ actions: all, labels, head: { zone } }: ReportData): Html {
  if (all.length === 0) {
    return section(
      'actions',
      titleOf('actions'),
      html`<p>No action of containment or eradication is recorded.</p>`,
    );
  }
  return section(
    'actions',
    titleOf('actions'),
    all.map(
      ({ entry, results }) =>
        html`<div class="keep">
          <h3>
            ${words(textIn(entry, 'system') ?? 'system withheld')}
            <span class="m"
              >${textIn(entry, 'phase') ?? ''}, ${stamp(entry.occurred?.utc ?? entry.recorded, zone)}, entry
              ${entry.number}</span
            >
          </h3>
          <p>${lines(textIn(entry, 'what') ?? 'withheld')}</p>
          ${saidOf(entry, labels)}
          ${results.map(
            (result) =>
              html`<p class="m">Later, ${stamp(result.occurred?.utc ?? result.recorded, zone)}:</p>
                ${saidOf(result, labels)}`,
          )}
        </div>`,
    ),
  );
}

function saidOf(entry: EntryView, labels: ReadonlyMap<string, string>): Html {
  const said = SAID.flatMap(([name, title]) => {
    const value = textIn(entry, name);
    return value === undefined
      ? []
      : [
          html`<dt>${title}</dt>
            <dd>${lines(value)}</dd>`,
        ];
  });
  const { evidence } = entry;
  const shown = Array.isArray(evidence)
    ? evidence.map((id) => labels.get(String(id)) ?? String(id).slice(0, 8))
    : [];
  if (said.length === 0 && shown.length === 0) return NOTHING;
  return html`<dl class="kv one">
    ${said}${
      shown.length === 0
        ? NOTHING
        : html`<dt>Evidence</dt>
            <dd>${shown.join(', ')}</dd>`
    }
  </dl>`;
}

const textIn = (entry: EntryView, name: string): string | undefined => {
  const value = entry[name];
  return typeof value === 'string' ? value : undefined;
};
