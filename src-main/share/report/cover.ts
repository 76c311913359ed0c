import { codeOfHead, wordsOfHead } from '../../domain/fingerprint.ts';
import { zoneText } from '../../domain/time/zoned-text.ts';
import { type Html, NOTHING, html, words } from '../../evidence/forms/html.ts';
import { qr } from '../../evidence/forms/qr.ts';
import { stamp } from './parts.ts';
import type { LeftOut, ReportData } from './report-data.ts';

/** The first page: which case, which record, and what it proves. */
export function cover({ head, check, leftOut, milestones }: ReportData): Html {
  const { zone } = head;
  const at = (name: string): string | null =>
    milestones.find((one) => one.name === name && one.at !== null)?.at ?? null;
  const [began, ended] = [at('occurred') ?? at('detected'), at('closed')];
  const span = [
    began === null ? 'Its beginning is not known yet' : `From ${stamp(began, zone)}`,
    ended === null ? 'it has not ended.' : `ended ${stamp(ended, zone)}.`,
  ].join(', ');
  return html`<div class="cover" id="cover">
    <div class="head">
      <div>
        <p class="m">Incident report, confidential. This file is not encrypted.</p>
        <h1>${words(head.caseTitle)}</h1>
        <p>${span}</p>
      </div>
      ${qr(`holdfast ${head.caseId} ${head.fingerprint}`, 'Case and fingerprint of the record, as a QR code')}
    </div>
    ${head.practice ? html`<p class="alarm">This is a practice case: nothing of it happened.</p>` : NOTHING}
    ${check.ok ? NOTHING : html`<p class="alarm">The record has problems. What this report says may be wrong: check the case file before you rely on it.</p>`}
    ${leftOut === null ? NOTHING : html`<p class="alarm">${leftOutText(leftOut)}</p>`}
    <h3>Can this report be trusted?</h3>
    <p>${words(check.sentence)}</p>
    <p class="m">
      Checked ${stamp(check.at, zone)}: signatures, hashes and order of all entries. The bytes of the exhibits
      were not read again. The last part tells how anybody can check it without Holdfast.
    </p>
    <dl class="kv one">
      <dt>Case</dt>
      <dd class="mono">${head.caseId}</dd>
      <dt>Times in</dt>
      <dd>${zoneText(head.written, zone)}; each time shows its offset</dd>
      <dt>Entries</dt>
      <dd>${head.entries}</dd>
      <dt>Fingerprint</dt>
      <dd class="mono">${head.fingerprint.replace(/.{8}(?=.)/gu, '$& ')}</dd>
      <dt>Read out loud</dt>
      <dd>
        <span class="words">${wordsOfHead(head.fingerprint).join(' ')}</span><br /><span class="mono"
          >${codeOfHead(head.fingerprint)}</span
        >
      </dd>
      <dt>Written</dt>
      <dd>${stamp(head.written, zone)}, by Holdfast ${head.version}</dd>
    </dl>
    <h3>Contents</h3>
    <ol class="contents">
      ${CONTENTS.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
    </ol>
  </div>`;
}

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** What is not here, and that it can be asked for. */
function leftOutText({ what, fields, entries }: LeftOut): string {
  const n = `${counted(fields, 'field', 'fields')} of ${counted(entries, 'entry', 'entries')}`;
  const why =
    what === 'personal'
      ? 'personal data: names, free text, and when things happened; times are those at which something was recorded'
      : 'what was chosen';
  return `Left out of this report on purpose: ${n} (${why}). Where such a text belongs it says “withheld” or nothing. The hashes of what is left out are here, so signatures and sequence can be checked all the same; the case file has it all.`;
}

/** All parts in their order, with what each is called. */
const CONTENTS = [
  ['summary', 'In short'],
  ['course', 'How long it took'],
  ['facts', 'What is known, and how it became known'],
  ['plan', 'The plan and its steps'],
  ['actions', 'What was done'],
  ['notices', 'Who was told'],
  ['deadlines', 'Deadlines'],
  ['coverage', 'Logs: what was read, by whom, and what nobody read'],
  ['evidence', 'Evidence and custody'],
  ['review', 'Review'],
  ['timeline', 'Timeline'],
  ['check', 'How to check this report'],
] as const;

export type PartId = (typeof CONTENTS)[number][0];

export const titleOf = (id: PartId): string => CONTENTS.find(([one]) => one === id)?.[1] ?? id;
