import { lineOfHands } from '../../evidence/forms/custody-table.ts';
import type { FormExhibit } from '../../evidence/forms/form-data.ts';
import { exhibitFacts } from '../../evidence/forms/form-facts.ts';
import { type Html, NOTHING, html, words } from '../../evidence/forms/html.ts';
import { titleOf } from './cover.ts';
import { section } from './parts.ts';
import type { ReportData } from './report-data.ts';

/** Every exhibit with its hashes, how long it is kept, and who held it when. */
export function evidence({ exhibits, head: { zone } }: ReportData): Html {
  if (exhibits.length === 0) {
    return section('evidence', titleOf('evidence'), html`<p>No evidence is registered.</p>`);
  }
  return section(
    'evidence',
    titleOf('evidence'),
    exhibits.map((exhibit) => exhibitPart(exhibit, zone)),
  );
}

function exhibitPart(exhibit: FormExhibit, zone: string): Html {
  const { view } = exhibit;
  return html`<h3>${view.exhibit} ${words(view.title)}</h3>
    <dl class="kv one">
      ${exhibitFacts(exhibit, zone).map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
      ${
        view.sha256 === null
          ? NOTHING
          : html`<dt>SHA-256</dt>
              <dd class="mono">${view.sha256}</dd>`
      }
    </dl>
    ${lineOfHands(exhibit, zone)}`;
}
