import { type Html, html, words } from '../../evidence/forms/html.ts';
import { titleOf } from './cover.ts';
import { quiet, section, stamp, table } from './parts.ts';
import type { ReportData } from './report-data.ts';

/** Which times the registered evidence covers, as somebody said of it. */
export function coverage({ exhibits, head: { zone } }: ReportData): Html {
  const rows = exhibits.flatMap(({ view }) => {
    const { covers } = view;
    if (covers === undefined) return [];
    return [
      html`<tr>
        <td><b>${view.exhibit}</b></td>
        <td>${words(view.title)}</td>
        <td>${words(view.source ?? 'not said')}</td>
        <td class="num">${stamp(covers.from, zone)} to ${stamp(covers.to, zone)}</td>
        <td>${view.clockOffset === undefined ? 'not said' : `${view.clockOffset} s`}</td>
      </tr>`,
    ];
  });
  const unsaid = exhibits.filter(({ view }) => view.type === 'log' && view.covers === undefined);
  return section('coverage', titleOf('coverage'), [
    rows.length === 0
      ? html`<p>Of no exhibit it is said which time it covers.</p>`
      : table(
          ['Exhibit', 'What', 'Host', 'Covers', 'Clock offset'],
          ['18mm', '', '28mm', '62mm', '22mm'],
          rows,
        ),
    ...(unsaid.length === 0
      ? []
      : [
          html`<p>
            Logs of which nobody said which time they cover:
            ${unsaid.map(({ view }) => view.exhibit).join(', ')}.
          </p>`,
        ]),
    quiet(
      'For all other hosts and times this record says nothing. Who read what, and what was found, is in the steps of the plan and in the timeline.',
    ),
  ]);
}
