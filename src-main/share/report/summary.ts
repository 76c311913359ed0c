import { type Html, NOTHING, html } from '../../evidence/forms/html.ts';
import { ownerParts } from './owner-page.ts';
import { lines, quiet, section } from './parts.ts';
import { titleOf } from './cover.ts';
import type { ReportData } from './report-data.ts';

/** In short: what the review says, or, where it says nothing yet, what the owner reads. */
export function summary({ review, owner }: ReportData): Html {
  const text = review.texts.find(({ part }) => part === 'summary');
  return section('summary', titleOf('summary'), [
    text === undefined ? NOTHING : html`<p class="lead">${lines(text.text)}</p>`,
    ownerParts(owner),
    quiet('What is said here follows from the entries below; what nobody decided is not known.'),
  ]);
}
