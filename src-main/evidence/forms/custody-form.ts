import { codeOfHead, wordsOfHead } from '../../domain/fingerprint.ts';
import { lineOfHands } from './custody-table.ts';
import { exhibitFacts } from './form-facts.ts';
import type { FormData, FormExhibit } from './form-data.ts';
import { FORM_STYLE, PAPER, pageFoot } from './form-style.ts';
import { clockText, dateText, zoneText } from '../../domain/time/zoned-text.ts';
import { type Html, html, NOTHING, words } from './html.ts';
import { qr } from './qr.ts';

/** The foot of every page, plain text: what printed it, when, and of which record. */
export const formFoot = (form: FormData): string =>
  `printed ${dateText(form.printed, form.zone)} ${clockText(form.printed, form.zone, false)} ${zoneText(form.printed, form.zone)}, Holdfast ${form.version}, ${form.entries} entries, fingerprint ${codeOfHead(form.fingerprint)}`;

/**
 * The chain-of-custody form of one exhibit or of all, as a page that stands alone: no script, nothing loaded. Number and
 * hash of the exhibit stand at the head of each of its pages, because the head of a table is printed again on each.
 * @param paper true where a printer adds the foot of the pages
 */
export function custodyForm(form: FormData, paper: boolean): string {
  const foot = formFoot(form);
  const [only] = form.exhibits;
  const title =
    only !== undefined && form.exhibits.length === 1
      ? `Chain of custody ${only.view.exhibit}`
      : `Chain of custody, ${form.exhibits.length} exhibits`;
  const sheets = form.exhibits.length === 1 ? [] : [overview(form)];
  const { markup } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${paper ? PAPER : pageFoot(foot)}${FORM_STYLE}
        </style>
      </head>
      <body>
        ${sheets}${form.exhibits.map((exhibit) => exhibitSheet(form, exhibit))}
      </body>
    </html> `;
  return markup;
}

/** A page whose head is repeated on every sheet of paper that it needs. */
const sheet = (head: Html, body: Html): Html =>
  html`<table class="sheet" role="presentation">
    <thead>
      <tr>
        <td><div class="running">${head}</div></td>
      </tr>
    </thead>
    <tbody>
      <tr>
        <td>${body}</td>
      </tr>
    </tbody>
  </table> `;

function overview(form: FormData): Html {
  const rows = form.exhibits.map(
    ({ view, retention, hold }) =>
      html`<tr>
        <td><b>${view.exhibit}</b></td>
        <td>${words(view.title)}</td>
        <td class="mono">${view.sha256 ?? 'no file'}</td>
        <td>${words(view.holder)}</td>
        <td>
          ${retention.until === null ? 'not decided' : dateText(retention.until, form.zone)}${hold.on ? html`<br />on hold` : NOTHING}
        </td>
      </tr>`,
  );
  return sheet(
    html`<b>All exhibits</b><span>${words(form.caseTitle)}</span>`,
    html`<p class="m">Chain of custody</p>
      <h1>${words(form.caseTitle)}</h1>
      <p>${form.exhibits.length} exhibits. A form for each follows.</p>
      <table class="list">
        <colgroup>
          <col style="width:18mm" />
          <col />
          <col style="width:52mm" />
          <col style="width:30mm" />
          <col style="width:28mm" />
        </colgroup>
        <thead>
          <tr>
            <th>Exhibit</th>
            <th>Title</th>
            <th>SHA-256</th>
            <th>Held now by</th>
            <th>Kept until, end of day</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
      ${proof(form)}`,
  );
}

function exhibitSheet(form: FormData, exhibit: FormExhibit): Html {
  const { view } = exhibit;
  const facts = exhibitFacts(exhibit, form.zone);
  return sheet(
    html`<b>${view.exhibit}</b
      ><span class="mono">${view.sha256 === null ? 'no file, no hash' : html`SHA-256 ${view.sha256}`}</span>`,
    html`<div class="head">
        <div>
          <p class="m">Chain of custody</p>
          <h1>${view.exhibit} &ensp;${words(view.title)}</h1>
          <p>Case: ${words(form.caseTitle)}</p>
        </div>
        ${view.sha256 === null ? NOTHING : qr(`${view.exhibit} sha256:${view.sha256}`, 'Number and hash of the exhibit, as a QR code')}
      </div>
      <h2>The exhibit</h2>
      <dl class="kv">
        ${facts.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd class="num">${value}</dd>`,
        )}
      </dl>
      ${view.sha256 === null ? NOTHING : html`<div class="box"><b>SHA-256</b> &ensp;<span class="mono">${view.sha256.replace(/.{8}(?=.)/gu, '$& ')}</span></div>`}
      ${lineOfHands(exhibit, form.zone)} ${byHand()} ${signatures(exhibit)}
      ${form.exhibits.length === 1 ? proof(form) : NOTHING}`,
  );
}

const BLANK = html`<tr class="blank">
  <td></td>
  <td></td>
  <td></td>
  <td></td>
  <td></td>
</tr>`;

const byHand = (): Html =>
  html`<div class="keep">
    <h2>By hand, if the next hand-over is on paper</h2>
    <table class="list">
      <colgroup>
        <col style="width:28mm" />
        <col style="width:40mm" />
        <col style="width:40mm" />
        <col />
        <col style="width:28mm" />
      </colgroup>
      <thead>
        <tr>
          <th>Date, time, zone</th>
          <th>From (name, signature)</th>
          <th>To (name, signature)</th>
          <th>Where, purpose</th>
          <th>Seal, condition</th>
        </tr>
      </thead>
      <tbody>
        ${[BLANK, BLANK, BLANK]}
      </tbody>
    </table>
  </div>`;

function signatures({ view, custody, walk: { state } }: FormExhibit): Html {
  const last = custody.find(({ id }) => id === state.last?.id);
  const line = (what: string, who: string | null | undefined): Html =>
    html`<section>
      <div></div>
      <span>${what} ${who == null ? NOTHING : html`${words(who)}.`} Name, date, signature</span>
    </section>`;
  if (last === undefined) {
    return html`<div class="keep">
      <h2>Signed on paper</h2>
      <div class="sign">${line('Held by:', view.holder)}${line('Witness.', null)}</div>
    </div>`;
  }
  const witness = textOfWitness(last.entry.fields['witness']);
  return html`<div class="keep">
    <h2>Hand-over ${last.sequence}, signed on paper</h2>
    <div class="sign">
      ${line('Handed over:', last.from)}${line('Received:', last.to)}${witness === null ? NOTHING : line('Witness:', witness)}
    </div>
  </div>`;
}

const textOfWitness = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The record that the form is a view of, and how far it can be believed. */
const proof = (form: FormData): Html =>
  html`<div class="keep">
    <h2>The record, and what this form proves</h2>
    <dl class="kv one">
      <dt>Case</dt>
      <dd class="mono">${form.caseId}</dd>
      <dt>Fingerprint</dt>
      <dd class="mono">${form.fingerprint} <span class="m">(${form.entries} entries)</span></dd>
      <dt>Read out loud</dt>
      <dd>
        ${wordsOfHead(form.fingerprint).join(' ')}<br /><span class="mono"
          >${codeOfHead(form.fingerprint)}</span
        >
      </dd>
    </dl>
    <ol class="proves">
      <li>
        This paper shows what the record said when it was printed. By itself it proves nothing: compare
        number, hash and entries with the case file, which anybody can check without Holdfast.
      </li>
      <li>
        The fingerprint fixes every entry up to it. Whoever was told it can show later that nothing before it
        was changed.
      </li>
      <li>A hash shows that the bytes are those that were hashed, not that they were authentic before.</li>
      <li>
        Times are those of the device that recorded them, or what a person said. Signatures on this paper are
        outside the record.
      </li>
    </ol>
  </div>`;
