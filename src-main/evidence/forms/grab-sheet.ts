import type { Member } from '../../casework/preparation/team.ts';
import type { SheetData } from '../../casework/preparation/sheet-data.ts';
import type { PlanDeadline } from '../../domain/plan/plan.ts';
import { FORM_STYLE, PAPER, pageFoot } from './form-style.ts';
import { type Html, NOTHING, html, words } from './html.ts';
import { SHEET_STYLE, shortened, sheetHead } from './preparation-sheet.ts';

/** What stands on one page whatever is in the plan; the contact sheet has all. */
const MOST = { team: 8, steps: 8, deadlines: 3, text: 76, short: 34, number: 24 } as const;

/**
 * One A4 page for the moment at which the place where the plan is kept may be down: whom to call, what to do first,
 * until when, and where the plan lies.
 * @param paper printed by us, which adds the foot itself
 */
export function grabSheet(data: SheetData, foot: string, paper: boolean): string {
  const { organisation, team, plan, place, copied } = data;
  const steps = plan.phases
    .filter(({ id }) => id === 'identification' || id === 'containment')
    .flatMap((phase) => phase.steps);
  const roles = new Map(plan.roles.map(({ id, title }) => [id, title]));
  const { markup } = html`<!doctype html>
    <html lang="en">
      <head>
        ${sheetHead('Grab sheet')}
        <style>
          ${paper ? PAPER : pageFoot(foot)}${FORM_STYLE}${SHEET_STYLE}
        </style>
      </head>
      <body>
        <h1>Security incident: what to do first</h1>
        <p class="m">
          ${words(shortened(organisation.tradingName || organisation.legalName || 'Organisation: not written down yet', MOST.text))}
        </p>
        <h2>Call</h2>
        ${
          team.length === 0
            ? html`<p>Nobody is on the team yet. Write the numbers here:</p>
                ${blankLines(4)}`
            : teamTable(team.slice(0, MOST.team), roles)
        }
        ${more(team.length - MOST.team, 'people', 'on the contact sheet')}
        <h2>First steps</h2>
        <ol class="steps">
          ${steps.slice(0, MOST.steps).map(({ title, role }) => html`<li>${words(shortened(title, MOST.text))}${role === undefined ? NOTHING : html` <span class="m">${shortened(roles.get(role) ?? '', MOST.short)}</span>`}</li>`)}
        </ol>
        ${more(steps.length - MOST.steps, 'steps', 'in the plan')}
        <h2>Until when</h2>
        <ul class="steps">
          ${always(data)
            .slice(0, MOST.deadlines)
            .map(
              (deadline) =>
                html`<li>
                  <b>${words(shortened(deadline.title, MOST.short))}</b>:
                  ${spanText(deadline)}${recipientText(data, deadline)}
                </li>`,
            )}
        </ul>
        <h2>Before anything is switched off or restored</h2>
        <p>
          Have a snapshot made, stop the rotation of backups, copy the logs. What is destroyed before that
          cannot be got back.
        </p>
        <h2>Where the plan is</h2>
        <p>${words(shortened(copied, 200))}</p>
        <p>
          In Holdfast on ${words(shortened(place.device, MOST.short))}: start it, then <b>Preparation</b>. It
          needs no network. File:
          <span class="mono">${shortened(place.path, 120)}</span>
        </p>
        <h2>Notes</h2>
        ${blankLines(1)}
      </body>
    </html> `;
  return markup;
}

const blankLines = (count: number): Html =>
  html`${Array.from({ length: count }, () => html`<div class="blank"></div>`)}`;

const more = (count: number, what: string, where: string): Html =>
  count > 0 ? html`<p class="m">and ${count} more ${what} ${where}</p>` : NOTHING;

function teamTable(team: readonly Member[], roles: ReadonlyMap<string, string>): Html {
  return html`<table class="list phones">
    <thead>
      <tr>
        <th>Who</th>
        <th>Telephone</th>
        <th>Out of hours</th>
      </tr>
    </thead>
    <tbody>
      ${team.map(
        (member) =>
          html`<tr>
            <td>
              <b>${words(shortened(member.name, MOST.short))}</b
              >${member.contact ? html` <span class="tag">point of contact</span>` : NOTHING}<br /><span
                class="m"
                >${shortened(roles.get(member.role) ?? 'no role', MOST.short)}${member.alternate ? ', alternate' : ''}</span
              >
            </td>
            <td class="phone num">${shortened(member.phone || 'not known', MOST.number)}</td>
            <td class="num">${shortened(member.outOfHours, MOST.number)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The deadlines of a plan; those that run only once somebody has to be told come last. */
function always({ plan: { deadlines, recipients } }: SheetData): readonly PlanDeadline[] {
  const ifNeeded = ({ met }: PlanDeadline): boolean =>
    'notice' in met && recipients.some(({ id, need }) => id === met.notice && need === 'if-needed');
  return deadlines.toSorted((a, b) => Number(ifNeeded(a)) - Number(ifNeeded(b)));
}

/** `24 hours from detection or suspicion`. */
function spanText({ span, starts }: PlanDeadline): string {
  const from = { detected: 'detection', suspected: 'suspicion', ended: 'the end of the incident' } as const;
  const length = 'hours' in span ? `${span.hours} hours` : `${span.days} days`;
  return `${length} from ${starts.map((start) => from[start]).join(' or ')}`;
}

function recipientText({ plan }: SheetData, { met }: PlanDeadline): Html {
  if (!('notice' in met)) return NOTHING;
  const to = plan.recipients.find(({ id }) => id === met.notice)?.to ?? [];
  return to.length === 0 ? NOTHING : html`, <span class="mono">${shortened(to.join(', '), MOST.text)}</span>`;
}
