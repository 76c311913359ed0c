import type { EntryView } from '../../casework/entry-view.ts';
import { type Html, NOTHING, html, words } from '../../evidence/forms/html.ts';
import { titleOf } from './cover.ts';
import { extentPart } from './extent.ts';
import { factTitle } from './fact-title.ts';
import { lines, quiet, section, stamp, table } from './parts.ts';
import type { ReportData } from './report-data.ts';

/** What must be answered in each incident, also where nobody has. */
const DETERMINATION = ['penetrated', 'data-reached', 'extent', 'severity'] as const;

/** Each fact with all that was ever said of it. */
export function facts({ facts: all, extent, plan, head: { zone } }: ReportData): Html {
  const open = DETERMINATION.filter((name) => !all.has(name));
  const rows = [...all].flatMap(([name, entries]) =>
    entries.map((entry, i) =>
      factRow(i === 0 ? factTitle(name, plan) : '', entry, i === entries.length - 1, zone),
    ),
  );
  return section('facts', titleOf('facts'), [
    open.length === 0
      ? NOTHING
      : html`<p>Nobody has decided yet: ${open.map((name) => factTitle(name, plan)).join(', ')}.</p>`,
    table(
      ['Fact', 'Said', 'Decided by', 'On what grounds', 'Recorded'],
      ['32mm', '', '30mm', '42mm', '38mm'],
      rows,
    ),
    extentPart(extent, zone),
    quiet('A value that a later one took the place of is struck. “Recorded” is the clock of the device.'),
  ]);
}

function factRow(name: string, entry: EntryView, stands: boolean, zone: string): Html {
  const { value, by, grounds, occurred } = entry;
  const instant = typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(value);
  const shown = lines(typeof value === 'string' ? (instant ? stamp(value, zone) : value) : 'withheld');
  const persons = Array.isArray(by) ? by.filter((one) => typeof one === 'string') : [];
  return html`<tr>
    <td>${name === '' ? NOTHING : html`<b>${words(name)}</b>`}</td>
    <td>
      ${stands ? shown : html`<s>${shown}</s>`}${occurred === null || instant ? NOTHING : html` <span class="m">at ${stamp(occurred.utc, zone)}</span>`}
    </td>
    <td>${words(persons.length === 0 ? entry.author.name : persons.join(' and '))}</td>
    <td>${typeof grounds === 'string' ? lines(grounds) : NOTHING}</td>
    <td class="num">${stamp(entry.recorded, zone)}<br /><span class="m">entry ${entry.number}</span></td>
  </tr>`;
}
