import { utcIso } from '../../domain/brands.ts';
import type { LogCoverage } from '../../casework/logs/coverage-of-case.ts';
import type { Reading } from '../../casework/logs/coverage-statements.ts';
import type { RotationView } from '../../casework/logs/rotations.ts';
import type { WantedLog } from '../../casework/logs/wanted-logs.ts';
import { type Html, NOTHING, html, words } from '../../evidence/forms/html.ts';
import { titleOf } from './cover.ts';
import { lines, quiet, section, short, stamp, table } from './parts.ts';
import type { ReportData } from './report-data.ts';

const STATES: Readonly<Record<WantedLog['state'], string>> = {
  wanted: '[ ] not downloaded',
  downloaded: '[ ] downloaded, not read',
  reviewed: '[x] read',
  'not-available': '[-] not to be had',
};

/** Which logs were wanted, what of them was read by whom, what nobody read, and whether backups were kept. */
export function coverage({
  logs,
  rotations,
  findings,
  coverage: { whole, logs: covered },
  exhibits,
  head,
}: ReportData): Html {
  const { zone } = head;
  const unsaid = exhibits.filter(({ view }) => view.type === 'log' && view.covers === undefined);
  return section('coverage', titleOf('coverage'), [
    table(
      ['State', 'Log', 'Evidence', 'Read by, with what result'],
      ['40mm', '', '30mm', '62mm'],
      logs.map(logRow),
    ),
    whole === null
      ? html`<p>Nobody said when the incident began, so that no log can be held against its time.</p>`
      : html`<p>
          Held against the time from ${stamp(utcIso(whole.from), zone)} to ${stamp(utcIso(whole.to), zone)}:
        </p>`,
    table(
      ['Log', 'Host', 'Read, from when to when, by whom, and what was found', 'Read by nobody'],
      ['32mm', '24mm', '', '52mm'],
      covered.map((log) => coverageRow(log, zone)),
    ),
    rotations.length === 0
      ? html`<p>Nobody recorded that the rotation of backups was stopped.</p>`
      : table(
          ['Backup', 'Rotation', 'Until', 'Confirmed by the host'],
          ['', '52mm', '38mm', '52mm'],
          rotations.map((one) => rotationRow(one, zone)),
        ),
    findings.length === 0 ? NOTHING : findingsTable(findings, zone),
    unsaid.length === 0
      ? NOTHING
      : html`<p>
          Logs of which nobody said which time they cover:
          ${unsaid.map(({ view }) => view.exhibit).join(', ')}.
        </p>`,
    quiet('For all other logs, hosts and times this record says nothing.'),
  ]);
}

/** Characters of a row's text; all of it stands in the timeline. */
const SHOWN = 240;

/** What the rules spoke of, as far as somebody judged it. */
const findingsTable = (findings: ReportData['findings'], zone: string): Html =>
  table(
    ['Recorded', 'By', 'What a rule found in the logs, and what became of it'],
    ['38mm', '32mm', ''],
    findings.map(
      ({ recorded, author, text }) =>
        html`<tr>
          <td class="num">${stamp(recorded, zone)}</td>
          <td>${words(author.name)}</td>
          <td>${words(short(text, SHOWN))}</td>
        </tr>`,
    ),
  );

function logRow({ id, title, host, state, why, exhibits, reviews }: WantedLog): Html {
  return html`<tr data-plan-id="${id}">
    <td class="box-mark">${STATES[state]}</td>
    <td>
      ${words(title)}${host === null ? NOTHING : html` <span class="m">on ${words(host)}</span>`}${why === null ? NOTHING : html`<br /><span class="m">${words(why)}</span>`}
    </td>
    <td>${exhibits.join(', ')}</td>
    <td>${reviews.map(({ by, result }) => html`<div>${words(by)}: ${lines(result)}</div>`)}</td>
  </tr>`;
}

function coverageRow({ source, host, readings, gaps, read }: LogCoverage, zone: string): Html {
  const unread = gaps.map(
    ({ from, to }) => html`<div>${stamp(utcIso(from), zone)} to ${stamp(utcIso(to), zone)}</div>`,
  );
  return html`<tr>
    <td><b>${words(source)}</b></td>
    <td>${words(host ?? 'not said')}</td>
    <td>${readings.length === 0 ? 'nothing' : readings.map((one) => readingLine(one, zone))}</td>
    <td class="num">${read === 'whole' ? 'nothing' : read === 'none' ? 'all of it' : unread}</td>
  </tr>`;
}

const readingLine = ({ from, to, by, finding, exhibits }: Reading, zone: string): Html =>
  html`<div>
    ${stamp(from, zone)} to ${stamp(to, zone)}, ${words(by)}:
    ${finding === null ? 'nothing found' : lines(finding)}${exhibits.length === 0 ? NOTHING : html` (${exhibits.join(', ')})`}
  </div>`;

function rotationRow(rotation: RotationView, zone: string): Html {
  const { job, host, state, by, at, until, confirmed, why } = rotation;
  const stopped = state === 'resumed' ? 'goes on again' : 'stopped';
  return html`<tr>
    <td><b>${words(job)}</b>${host === null ? NOTHING : html` <span class="m">on ${words(host)}</span>`}</td>
    <td>${stopped} ${stamp(at, zone)}, ${words(by)}${why === null ? NOTHING : html`: ${lines(why)}`}</td>
    <td class="num">${until === null ? 'no limit said' : stamp(until, zone)}</td>
    <td>
      ${
        confirmed === null
          ? html`<b>not confirmed</b>`
          : html`${confirmed.proof} ${words(confirmed.reference ?? '')} ${stamp(confirmed.at, zone)}`
      }
    </td>
  </tr>`;
}
