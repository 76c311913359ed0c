import type { PlanStepView } from '../../../src-main/contract/plan.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { lacksEvidence, openPlanForm, selectStep, usePlan } from '../../state/plan.ts';
import { openEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconCircleCheck, IconX } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { OrderGuard } from './order-guard.tsx';
import { StepLinks } from './step-links.tsx';
import { isBehind } from './step-words.ts';

type Said = PlanStepView['said'][number];

function SaidOf({ said }: { readonly said: Said }) {
  const zone = useShownZone();
  const text = en.plan;
  return (
    <dl className="kv">
      <dt>{text.state[said.state]}</dt>
      <dd className="num">{fullTime(new Date(said.at), zone, 'minute')}</dd>
      <dt>{text.said.by}</dt>
      <dd>{visibleName(said.by ?? said.author.name)}</dd>
      {said.why === null ? null : (
        <>
          <dt>{text.said.why}</dt>
          <dd>{visibleText(said.why)}</dd>
        </>
      )}
      {said.beforeEvidence === null ? null : (
        <>
          <dt>{text.beforeEvidence}</dt>
          <dd>{visibleText(said.beforeEvidence)}</dd>
        </>
      )}
      <dt>{text.said.entry}</dt>
      <dd>
        <button type="button" className="link mono" onClick={() => void openEntry(said.entry)}>
          {said.entry.slice(0, 8)}
        </button>
      </dd>
    </dl>
  );
}

interface Props {
  readonly step: PlanStepView;
  /** `3.1`. */
  readonly number: string;
  /** Titles by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly writable: boolean;
}

/** A step: what it asks for, what was said of it, and what can be said now. */
export function StepPane({ step, number, titles, writable }: Props) {
  const zone = useShownZone();
  const text = en.plan;
  const behind = isBehind(step);
  const guarded = usePlan(lacksEvidence);
  return (
    <aside className="pane" data-region aria-label={text.pane}>
      <div className="pane-section col">
        <div className="row">
          <span className="meta num">
            {text.numbered(number)} <span className="mono">{step.id}</span>
          </span>
          <Button
            look="quiet"
            className="right"
            icon={IconX}
            aria-label={en.common.closeEsc}
            onClick={() => selectStep(null)}
          />
        </div>
        <h2>{visibleName(step.title)}</h2>
        {step.text === null ? null : <p className="t2">{visibleText(step.text)}</p>}
        <p className="meta num">
          {[
            step.role === null ? null : visibleName(step.role),
            step.due === null ? null : text.due(fullTime(new Date(step.due), zone, 'minute')),
            step.waitsFor.length === 0
              ? null
              : text.waits(step.waitsFor.map((id) => titles.get(id) ?? id).join(', ')),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
        {step.destroys && !behind ? <OrderGuard writable={writable} /> : null}
        {writable ? (
          <div className="row">
            {behind || (step.destroys && guarded) ? null : (
              <Button
                look="primary"
                icon={IconCircleCheck}
                keys={['Space']}
                onClick={() => openPlanForm('done')}
              >
                {text.doneAction}
              </Button>
            )}
            {behind ? null : (
              <Button keys={['S']} onClick={() => openPlanForm('skipped')}>
                {text.skipAction}
              </Button>
            )}
            {behind ? (
              <Button keys={['R']} onClick={() => openPlanForm('reopened')}>
                {text.reopenAction}
              </Button>
            ) : null}
          </div>
        ) : null}
        <StepLinks step={step} writable={writable} />
        {step.said.length > 1 ? <Notice tone="warn" title={text.differ} /> : null}
      </div>
      {step.said.map((said) => (
        <div key={said.entry} className="pane-section">
          <SaidOf said={said} />
        </div>
      ))}
    </aside>
  );
}
