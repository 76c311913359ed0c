import type { PlanStepView } from '../../../src-main/contract/plan.ts';
import { visibleText } from '../../format/visible.ts';
import { showSection } from '../../state/case.ts';
import { selectExhibit } from '../../state/evidence.ts';
import { openPlanForm } from '../../state/plan.ts';
import { openEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ExhibitChip } from '../../ui/chip.tsx';
import { IconLink } from '../../ui/icons.ts';

interface Props {
  readonly step: PlanStepView;
  readonly writable: boolean;
}

/** What shows a step: its exhibits, and entries that belong to it. */
export function StepLinks({ step, writable }: Props) {
  const text = en.plan;
  const { exhibits, entries } = step;
  return (
    <div className="step-links">
      <div className="row">
        <span className="meta">{text.links}</span>
        {exhibits.map(({ entry, exhibit }) => (
          <button
            key={entry}
            type="button"
            className="bare"
            onClick={() => {
              showSection('evidence');
              selectExhibit(exhibit);
            }}
          >
            <ExhibitChip exhibit={exhibit} />
          </button>
        ))}
        {exhibits.length + entries.length === 0 ? <span className="t3">{text.noLinks}</span> : null}
        {writable ? (
          <Button
            className="small right"
            look="quiet"
            icon={IconLink}
            keys={['L']}
            onClick={() => openPlanForm('link')}
          >
            {text.link}
          </Button>
        ) : null}
      </div>
      {entries.length === 0 ? null : (
        <ul>
          {entries.map(({ entry, text: said }) => (
            <li key={entry}>
              <button type="button" className="link" onClick={() => void openEntry(entry)}>
                {visibleText(said)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
