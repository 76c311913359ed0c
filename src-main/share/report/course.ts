import type { MilestoneOfCase } from '../../casework/review/milestones.ts';
import { spanText } from '../../domain/review/span-text.ts';
import { type Html, NOTHING, html, words } from '../../evidence/forms/html.ts';
import { titleOf } from './cover.ts';
import { UNKNOWN, section, stamp, table } from './parts.ts';
import type { ReportData } from './report-data.ts';

const NAMES: Readonly<Record<MilestoneOfCase['name'], string>> = {
  occurred: 'Began',
  detected: 'Noticed',
  contained: 'Contained',
  eradicated: 'Eradicated',
  notified: 'Told:',
  closed: 'Ended',
};

const SOURCES = { fact: 'fact', phase: 'phase entered', notice: 'notice' } as const;

/** From the beginning to the end, with bars; what the record does not say is not known. */
export function course({ milestones, head: { zone } }: ReportData): Html {
  const known = milestones.flatMap(({ at }) => (at === null ? [] : [Date.parse(at)]));
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const rows = milestones.map(({ name, who, at, number, source }) => {
    const title = who === null ? html`${NAMES[name]}` : html`${NAMES[name]} ${words(who)}`;
    if (at === null) {
      return html`<tr>
        <td>${title}</td>
        <td>${UNKNOWN}</td>
        <td></td>
        <td></td>
        <td></td>
      </tr>`;
    }
    const ms = Date.parse(at);
    const share = last === first ? 0 : Math.round(((ms - first) / (last - first)) * 100);
    return html`<tr>
      <td>${title}</td>
      <td class="num">${stamp(at, zone)}</td>
      <td class="num">${ms === first ? 'start' : spanText(first, ms)}</td>
      <td><div class="bar" style="width:${share}%"></div></td>
      <td>${source === null ? '' : SOURCES[source]}${number === null ? NOTHING : html`, entry ${number}`}</td>
    </tr>`;
  });
  return section(
    'course',
    titleOf('course'),
    table(['', 'When', 'After', '', 'From'], ['38mm', '44mm', '22mm', '', '34mm'], rows),
  );
}
