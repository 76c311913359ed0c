import type { OwnerView } from '../../casework/owner-view.ts';
import { type Html, NOTHING, html, words } from '../../evidence/forms/html.ts';
import { knownSentence, taskSentence, toldSentence, unknownSentence } from './owner-words.ts';
import { type Document, type DocumentHead, documentFoot } from './page.ts';
import { lines, short, stamp } from './parts.ts';

/** Longer texts stand whole in the report. */
const TEXT = { where: 700, line: 170 } as const;

/** More than fits on one page is counted, and stands in the report. */
const SHOWN = { must: 5, known: 6, told: 7, due: 4 } as const;

/** The page for the owner: plain words, larger letters, one sheet of A4. */
export function ownerPage(view: OwnerView, head: DocumentHead): Document {
  const body = html`<p class="m">For the owner, confidential. ${stamp(head.written, head.zone)}</p>
    <h1>${words(view.title)}</h1>
    ${view.practice ? html`<p class="alarm">This is a practice case.</p>` : NOTHING} ${ownerParts(view)}
    <p class="m foot">${words(documentFoot(head))}</p>`;
  return { title: `For the owner: ${view.title}`, head, style: STYLE, body: body.markup };
}

/** The parts of the page; they are the summary of the report, too. */
export function ownerParts(view: OwnerView): Html {
  const { zone } = view;
  const known = view.known.map(
    (fact) => html`<li>${words(short(knownSentence(fact, zone), TEXT.line))}</li>`,
  );
  const kept = keptSentence(view);
  const sentences = kept === '' ? known : [...known, html`<li>${kept}</li>`];
  return html`<h3>Where we are</h3>
    ${whereWeAre(view)}
    <h3>What you must do</h3>
    ${listOf(
      view.must.map((task) => html`<li>${words(short(taskSentence(task, zone), TEXT.line))}</li>`),
      SHOWN.must,
      'Nothing is waiting for you now.',
    )}
    <div class="two">
      <div>
        <h3>What we know</h3>
        ${listOf(sentences, SHOWN.known, 'Nothing is certain yet.')}
      </div>
      <div>
        <h3>What we do not know yet</h3>
        ${listOf(
          view.unknown.map((name) => html`<li>${unknownSentence(name)}</li>`),
          SHOWN.known,
          'Nothing that is asked first is open.',
        )}
      </div>
      <div>
        <h3>Who has been told</h3>
        ${pairs(
          view.told.map((told) => [told.title, short(toldSentence(told, zone), TEXT.line)] as const),
          SHOWN.told,
        )}
      </div>
      <div>
        <h3>What is due next</h3>
        ${
          view.due.length === 0
            ? html`<p>Nothing has a date now.</p>`
            : pairs(
                view.due.map(
                  ({ title, due, late, who }) =>
                    [
                      `${stamp(due, zone)}${late ? ', late' : ''}`,
                      `${title}${who === null ? '' : ` (${who})`}`,
                    ] as const,
                ),
                SHOWN.due,
              )
        }
      </div>
    </div>`;
}

function whereWeAre({ where, phase, decision, ended, zone }: OwnerView): Html {
  if (where !== null) {
    return html`<p class="lead">${lines(short(where.value, TEXT.where))}</p>
      <p class="m">${words(where.by.join(' and '))}, ${stamp(where.at, zone)}</p>`;
  }
  const since = phase.since === null ? '' : ` since ${stamp(phase.since, zone)}`;
  const state = ended === null ? '' : ` The incident ended ${stamp(ended, zone)}.`;
  const last =
    decision === null ? 'Nothing was decided yet.' : `Decided last: ${knownSentence(decision, zone)}`;
  return html`<p class="lead">${`Phase of the plan: ${phase.title}${since}.${state}`} ${words(last)}</p>
    <p class="m">Nobody has written a text for you yet. This is what the record says.</p>`;
}

function keptSentence({ kept, exhibits }: OwnerView): string {
  if (exhibits === 0) return '';
  const named = kept.map(
    (one) => ({ snapshot: 'a copy of the server', backup: 'a backup', log: 'logs' })[one],
  );
  return `${exhibits === 1 ? '1 thing is' : `${exhibits} things are`} kept as evidence${named.length === 0 ? '' : `, among them ${named.join(', ')}`}.`;
}

function listOf(items: readonly Html[], shown: number, none: string): Html {
  if (items.length === 0) return html`<p>${none}</p>`;
  const more = items.length - shown;
  return html`<ul class="plain">
    ${items.slice(0, shown)}${more > 0 ? html`<li>and ${more} more, in the report</li>` : NOTHING}
  </ul>`;
}

function pairs(all: readonly (readonly [string, string])[], shown: number): Html {
  const more = all.length - shown;
  return html`<dl class="kv one">
      ${all.slice(0, shown).map(
        ([name, value]) =>
          html`<dt>${words(name)}</dt>
            <dd>${words(value)}</dd>`,
      )}
    </dl>
    ${more > 0 ? html`<p class="m">and ${more} more, in the report</p>` : NOTHING}`;
}

const STYLE: Html = {
  markup: `
body { font-size: 11pt; line-height: 1.36; }
h3 { font-size: 12pt; margin: 3.5mm 0 1mm; }
.lead { font-size: 12pt; }
.kv.one { grid-template-columns: 38mm 1fr; font-size: 10pt; }
.m { font-size: 9pt; }
.foot { margin-top: 6mm; }
@media print { .foot { display: none; } }
`,
};
