import type { PhaseView } from '../../casework/plan/steps-of-case.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { html, words } from '../../evidence/forms/html.ts';
import type { Document, DocumentHead } from './page.ts';
import { planParts } from './plan.ts';

/** The plan of a case on paper, every line with its id. */
export function planPage(
  plan: Plan,
  phases: readonly PhaseView[],
  labels: ReadonlyMap<string, string>,
  head: DocumentHead,
): Document {
  const body = html`<p class="m">Incident response plan, as it stands in the case</p>
    <h1>${words(head.caseTitle)}</h1>
    ${planParts(plan, phases, labels, head.zone)}`;
  return { title: `Plan: ${head.caseTitle}`, head, body: body.markup };
}
