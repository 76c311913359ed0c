import type { SheetData } from '../../casework/preparation/sheet-data.ts';
import { FORM_STYLE, PAPER, pageFoot } from './form-style.ts';
import { type Html, NOTHING, html, words } from './html.ts';
import { SHEET_STYLE, sheetHead } from './preparation-sheet.ts';

/** Everybody who can be reached, the organisation with its servers, and whom the plan tells. */
export function contactSheet(data: SheetData, foot: string, paper: boolean): string {
  const { organisation, team, plan } = data;
  const roles = new Map(plan.roles.map(({ id, title }) => [id, title]));
  const { markup } = html`<!doctype html>
    <html lang="en">
      <head>
        ${sheetHead('Contact sheet')}
        <style>
          ${paper ? PAPER : pageFoot(foot)}${FORM_STYLE}${SHEET_STYLE}
        </style>
      </head>
      <body>
        <h1>Contact sheet</h1>
        <h2>Team</h2>
        ${
          team.length === 0
            ? html`<p>Nobody is on the team yet.</p>`
            : table(
                ['Who', 'Role', 'Telephone', 'Out of hours', 'E-mail', 'Note'],
                team.map((member) => [
                  member.contact ? `${member.name} (incident point of contact)` : member.name,
                  `${roles.get(member.role) ?? 'no role'}${member.alternate ? ', alternate' : ''}`,
                  member.phone,
                  member.outOfHours,
                  member.email,
                  member.note,
                ]),
              )
        }
        <h2>Organisation</h2>
        <dl class="kv one">
          ${[
            ['Legal name', organisation.legalName],
            ['Trading name', organisation.tradingName],
            ['Seller id', organisation.sellerId],
            ['Sites', organisation.sites.join(', ')],
          ].map(
            ([name = '', value = '']) =>
              html`<dt>${name}</dt>
                <dd>${words(value || 'not known')}</dd>`,
          )}
        </dl>
        ${
          organisation.servers.length === 0
            ? NOTHING
            : table(
                ['Server', 'Role', 'Reference of the host'],
                organisation.servers.map(({ name, role, reference }) => [name, role, reference]),
              )
        }
        <h2>Whom the plan tells</h2>
        ${table(
          ['Who', 'Needed', 'Address', 'Remark'],
          plan.recipients.map(({ title, need, to = [], cc = [], remark }) => [
            title,
            need === 'always' ? 'always' : 'if needed',
            [...to, ...cc.map((address) => `Cc ${address}`)].join(', '),
            remark ?? '',
          ]),
        )}
      </body>
    </html> `;
  return markup;
}

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): Html =>
  html`<table class="list">
    <thead>
      <tr>
        ${heads.map((head) => html`<th>${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell) => html`<td>${words(cell)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
