import type { ReviewItem, ReviewText } from '../../casework/review/review-of-case.ts';
import { type Html, NOTHING, html, words } from '../../evidence/forms/html.ts';
import { titleOf } from './cover.ts';
import { lines, section, stamp } from './parts.ts';
import type { ReportData } from './report-data.ts';

const PARTS: readonly (readonly [ReviewText['part'], string])[] = [
  ['retrospective', 'What happened'],
  ['worked', 'What worked'],
  ['not-worked', 'What did not work'],
  ['containment', 'What was done to contain it, and whether it worked'],
  ['investigation', 'Further investigation'],
];

const LISTS: readonly (readonly [ReviewItem['list'], string])[] = [
  ['cause', 'Contributing causes'],
  ['question', 'Open questions'],
  ['improvement', 'Improvements'],
];

/** The review: approved by whom, its parts, causes, questions, improvements, and what it shows of the timeline. */
export function review({ review: { texts, items, excerpts, approval }, head: { zone } }: ReportData): Html {
  const changed =
    approval === null || approval.changedSince === 0
      ? ''
      : ` ${approval.changedSince} ${approval.changedSince === 1 ? 'part was' : 'parts were'} written after that.`;
  const approved =
    approval === null
      ? 'This review is not approved yet.'
      : `Approved by ${approval.by}, ${stamp(approval.at, zone)}.${approval.lateWhy === null ? '' : ` Late, because: ${approval.lateWhy}.`}${changed}`;
  return section('review', titleOf('review'), [
    html`<p><b>${words(approved)}</b></p>`,
    approval?.remark == null ? NOTHING : html`<p>${lines(approval.remark)}</p>`,
    ...PARTS.map(([part, title]) =>
      textPart(
        title,
        texts.find((one) => one.part === part),
      ),
    ),
    ...LISTS.map(([list, title]) =>
      listPart(
        title,
        items.filter((item) => item.list === list),
        zone,
      ),
    ),
    html`<h3>From the timeline</h3>
      ${
        excerpts.length === 0
          ? html`<p>No entries were picked.</p>`
          : html`<ul class="plain">
              ${excerpts.map(
                ({ occurred, recorded, text, number, id }) =>
                  html`<li>
                    ${stamp(occurred?.utc ?? recorded, zone)} ${lines(text)}
                    <span class="m">entry ${number} (${id.slice(0, 8)})</span>
                  </li>`,
              )}
            </ul>`
      }`,
  ]);
}

const textPart = (title: string, found: ReviewText | undefined): Html =>
  html`<h3>${title}</h3>
    ${
      found === undefined
        ? html`<p class="m">Not written yet.</p>`
        : [
            html`<p>${lines(found.text)}</p>`,
            ...found.others.map((other) => html`<p class="letter">Another copy says: ${lines(other)}</p>`),
          ]
    }`;

function listPart(title: string, items: readonly ReviewItem[], zone: string): Html {
  const rows = items.map(
    ({ list, text, owner, due, state, why, unsure }) =>
      html`<li>
        ${list === 'cause' && state === 'open' ? NOTHING : html`<b>${state}</b> `}${lines(text)}${owner === null ? NOTHING : html`, ${words(owner)}`}${due === null ? NOTHING : html`, until ${stamp(due, zone)}`}${why === null ? NOTHING : html`: ${lines(why)}`}${unsure ? html` <b>Copies say different things.</b>` : NOTHING}
      </li>`,
  );
  return html`<h3>${title}</h3>
    ${
      rows.length === 0
        ? html`<p class="m">None.</p>`
        : html`<ul class="plain">
            ${rows}
          </ul>`
    }`;
}
