import type { EntryView } from '../../casework/entry-view.ts';
import { type Html, NOTHING, html, words } from '../../evidence/forms/html.ts';
import { titleOf } from './cover.ts';
import { lines, section, stamp } from './parts.ts';
import type { ReportData } from './report-data.ts';

/** Who was told, with exactly what and its hash; who was not, and why. */
export function notices({ notices: all, head: { zone } }: ReportData): Html {
  return section(
    'notices',
    titleOf('notices'),
    all.map(
      ({ title, state, need, needed, entries }) =>
        html`<div>
          <h3>${words(title)} <span class="m">${stateWords(state, need, needed)}</span></h3>
          ${entries.map((entry) => noticePart(entry, zone))}
        </div>`,
    ),
  );
}

function stateWords(
  state: ReportData['notices'][number]['state'],
  need: 'always' | 'if-needed',
  needed: readonly string[],
): string {
  if (state === 'sent') return 'told';
  if (state === 'declined') return 'decided: not told';
  if (needed.length > 1) return 'not told; copies say different things of whether it is needed';
  const [one] = needed;
  if (one === 'not-needed') return 'need not be told';
  if (one === 'needed' || need === 'always') return 'not told yet';
  return 'not told; not decided whether it is needed';
}

function noticePart(entry: EntryView, zone: string): Html {
  const { message, sha256 } = entry;
  return html`<p>
      ${lines(entry.text)}
      <span class="m"
        >${stamp(entry.occurred?.utc ?? entry.recorded, zone)}, ${words(entry.author.name)}, entry
        ${entry.number} (${entry.id.slice(0, 8)})</span
      >
    </p>
    ${typeof message === 'string' && entry['event'] !== 'answered' ? html`<div class="letter">${lines(message)}</div>` : NOTHING}
    ${typeof sha256 === 'string' ? html`<p class="mono">SHA-256 of the file ${sha256}</p>` : NOTHING}`;
}
