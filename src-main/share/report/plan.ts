import type { PhaseView, StepView } from '../../casework/plan/steps-of-case.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type Html, NOTHING, html, words } from '../../evidence/forms/html.ts';
import { lines, stamp, table } from './parts.ts';

const STATES: Readonly<Record<StepView['state'], string>> = {
  open: '[ ] open',
  done: '[x] done',
  skipped: '[-] skipped',
  reopened: '[!] open again',
};

/** The whole plan, every line with its id, and what was said of its steps. */
export function planParts(
  plan: Plan,
  phases: readonly PhaseView[],
  labels: ReadonlyMap<string, string>,
  zone: string,
): Html[] {
  return [
    html`<p>${words(plan.title)}, version ${plan.version}.</p>`,
    ...phases.map((phase) => phasePart(phase, labels, zone)),
    itemList('Roles', plan.roles, ({ reach }) => reach),
    itemList('Layers of defence', plan.defences, ({ every_days: days }) =>
      days === undefined ? undefined : `checked every ${days} days`,
    ),
    html`<h3>How an incident is noticed</h3>
      <ul class="plain">
        ${plan.sources.map(
          ({ id, title, group, questions }) =>
            html`<li data-plan-id="${id}">
              ${words(title)} <span class="m">${group}</span>
              <ul class="plain">
                ${questions.map((one) => html`<li data-plan-id="${one.id}">${words(one.title)}</li>`)}
              </ul>
            </li>`,
        )}
      </ul>`,
    itemList('Logs', plan.logs, () => undefined),
    itemList('Catalogue of actions', plan.actions, ({ phase, destroys, undo }) =>
      [phase, destroys === true ? 'destroys evidence' : '', undo === undefined ? '' : `undo: ${undo}`]
        .filter((part) => part !== '')
        .join('; '),
    ),
    itemList('Deadlines', plan.deadlines, ({ span }) =>
      'hours' in span ? `${span.hours} hours` : `${span.days} days`,
    ),
    itemList('Whom to tell', plan.recipients, ({ need, to }) =>
      [need === 'always' ? 'always' : 'if needed', ...(to ?? [])].join(', '),
    ),
  ];
}

function phasePart(
  { title, steps, gate }: PhaseView,
  labels: ReadonlyMap<string, string>,
  zone: string,
): Html {
  return html`<h3>${words(title)}</h3>
    ${table(
      ['State', 'Step', 'Who', 'What was said'],
      ['24mm', '', '28mm', '58mm'],
      steps.map((step) => stepRow(step, labels, zone)),
    )}
    ${gate.length === 0 ? NOTHING : html`<p class="m">Before the next phase: ${gate.map(gateLine)}</p>`}`;
}

/** With its answer, where the phase was left. */
const gateLine = ({ id, title, answer }: PhaseView['gate'][number]): Html =>
  html`<span data-plan-id="${id}"
    >${words(title)}${answer === null ? NOTHING : html`: <b>${answer.answer.replace('-', ' ')}</b>${saidOf(answer)}`}.
  </span>`;

function saidOf({ why, by, against }: NonNullable<PhaseView['gate'][number]['answer']>): Html {
  const parts = [
    ...(why === null ? [] : [words(why)]),
    ...(against ? [html`although the record showed it`] : []),
    ...(by === null ? [] : [html`said by ${words(by)}`]),
  ];
  return parts.length === 0
    ? NOTHING
    : html` (${parts.map((part, at) => (at === 0 ? part : html`, ${part}`))})`;
}

function stepRow(step: StepView, labels: ReadonlyMap<string, string>, zone: string): Html {
  const { id, title, text, role, state, due, said, added } = step;
  const sayings = said.map(
    (one) =>
      html`<div>
        ${STATES[one.state].slice(4)} ${stamp(one.at, zone)},
        ${words(one.by ?? one.author.name)}${one.why === null ? NOTHING : html`: ${lines(one.why)}`}${one.evidence.length === 0 ? NOTHING : html` (${one.evidence.map((entry) => labels.get(entry) ?? entry.slice(0, 8)).join(', ')})`}
      </div>`,
  );
  const open = state === 'open' || state === 'reopened';
  return html`<tr data-plan-id="${id}">
    <td class="box-mark">${STATES[state]}</td>
    <td>
      ${words(title)}${added ? html` <span class="m">added in this case</span>` : NOTHING}${text === null ? NOTHING : html`<br /><span class="m">${text}</span>`}
    </td>
    <td>${words(role ?? '')}</td>
    <td>
      ${sayings}${open && due !== null ? html`due ${stamp(due, zone)}` : NOTHING}${said.length > 1 ? html`<b>Copies say different things.</b>` : NOTHING}
    </td>
  </tr>`;
}

interface Line {
  readonly id: string;
  readonly title: string;
  readonly text?: string | undefined;
}

function itemList<One extends Line>(
  title: string,
  items: readonly One[],
  more: (one: One) => string | undefined,
): Html {
  if (items.length === 0) return NOTHING;
  return html`<h3>${title}</h3>
    <ul class="plain">
      ${items.map((one) => {
        const quiet = [more(one), one.text].filter((part) => part !== undefined && part !== '').join('. ');
        return html`<li data-plan-id="${one.id}">
          ${words(one.title)}${quiet === '' ? NOTHING : html` <span class="m">${quiet}</span>`}
        </li>`;
      })}
    </ul>`;
}
