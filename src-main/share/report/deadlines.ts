import { type Html, NOTHING, html, words } from '../../evidence/forms/html.ts';
import { titleOf } from './cover.ts';
import { lines, section, stamp, table } from './parts.ts';
import type { ReportData } from './report-data.ts';

const STATES = {
  running: 'runs',
  overdue: 'LATE, not met',
  met: 'met',
  'met-late': 'met LATE',
  void: 'decided: does not count',
} as const;

/** All deadlines with what became of them; a late one says why. */
export function deadlines({ deadlines: all, head: { zone } }: ReportData): Html {
  if (all.length === 0) {
    return section(
      'deadlines',
      titleOf('deadlines'),
      html`<p>No deadline runs: no detection or suspicion is recorded.</p>`,
    );
  }
  const rows = all.map(
    ({ id, title, started, due, state, lateWhy, metBy }) =>
      html`<tr data-plan-id="${id}">
        <td>${words(title)}</td>
        <td class="num">${stamp(started, zone)}</td>
        <td class="num">${stamp(due, zone)}</td>
        <td>
          ${STATES[state]}${metBy === null ? NOTHING : html` <span class="m">by ${metBy.slice(0, 8)}</span>`}${lateWhy === null ? NOTHING : html`<br />because: ${lines(lateWhy)}`}
        </td>
      </tr>`,
  );
  return section(
    'deadlines',
    titleOf('deadlines'),
    table(['Deadline', 'Runs since', 'Due', 'What became of it'], ['40mm', '42mm', '42mm', ''], rows),
  );
}
