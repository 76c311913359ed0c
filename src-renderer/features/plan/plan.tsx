import { useEffect } from 'react';
import { nearTime } from '../../format/time.ts';
import { errorWords } from '../../format/error-words.ts';
import { visibleName } from '../../format/visible.ts';
import { useCase, useShownZone } from '../../state/case.ts';
import { loadActions, openPlanForm, selectStep, usePlan } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconPlus } from '../../ui/icons.ts';
import { useKeys } from '../../ui/keyboard.ts';
import { Notice } from '../../ui/notice.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { ActionForm } from './action-form.tsx';
import { ActionList } from './action-list.tsx';
import { AddStepForm } from './add-step-form.tsx';
import { Gate } from './gate.tsx';
import { PhaseTabs } from './phase-tabs.tsx';
import { DoneForm, ReasonForm } from './step-forms.tsx';
import { StepList } from './step-list.tsx';
import { StepPane } from './step-pane.tsx';
import './plan.css';

function Hint() {
  const plan = usePlan((state) => state.plan);
  const zone = useShownZone();
  const now = useMinute();
  if (plan === null) return null;
  const { title, version, since } = plan;
  return (
    <span className="meta clip">
      {since === null
        ? en.plan.hintDefault(visibleName(title))
        : en.plan.hint(visibleName(title), version, nearTime(new Date(since), zone, 'minute', now))}
    </span>
  );
}

/** What must be done, by whom, and until when? */
export function Plan() {
  const { plan, actions, error, phase: chosen, step: selected, form } = usePlan();
  const writable = useCase(({ info }) => info !== null && !info.readOnly && !info.sealed);
  const text = en.plan;
  useEffect(() => void loadActions(), []);
  useKeys({
    escape: () => {
      if (selected === null || form !== null) return false;
      selectStep(null);
      return undefined;
    },
  });
  if (plan === null) {
    return error === null ? null : (
      <Notice tone="danger" role="alert" title={text.loadFailed}>
        {errorWords(error)} <ErrorCode code={error.code} />
      </Notice>
    );
  }
  const shown = chosen ?? plan.phase.at(-1) ?? '';
  const at = Math.max(
    0,
    plan.phases.findIndex(({ id }) => id === shown),
  );
  const phase = plan.phases[at];
  const steps = plan.phases.flatMap((one) => one.steps);
  const step = steps.find(({ id }) => id === selected);
  const acting = phase?.id === 'containment' || phase?.id === 'eradication' ? phase.id : null;
  return (
    <>
      <div className="head">
        <h1 id="screen-heading">{text.title}</h1>
        <Hint />
        {writable ? (
          <span className="right row">
            <Button icon={IconPlus} onClick={() => openPlanForm('add')}>
              {text.addStep}
            </Button>
          </span>
        ) : null}
      </div>
      <PhaseTabs phases={plan.phases} shown={phase?.id ?? ''} now={plan.phase} />
      {plan.unusable === null ? null : (
        <Notice tone="warn" title={text.unusable}>
          {plan.unusable}
        </Notice>
      )}
      <div className="body">
        {phase === undefined ? null : (
          <div className="plan-main">
            <StepList phase={phase} writable={writable} />
            {acting === null || actions === null ? null : (
              <ActionList phase={acting} actions={actions.actions} writable={writable} />
            )}
            <Gate phase={phase} next={plan.phases[at + 1]} />
          </div>
        )}
        {step === undefined ? null : (
          <StepPane
            step={step}
            titles={new Map(steps.map(({ id, title }) => [id, title]))}
            writable={writable}
          />
        )}
      </div>
      {form === 'done' && step !== undefined ? <DoneForm step={step} /> : null}
      {(form === 'skipped' || form === 'reopened') && step !== undefined ? (
        <ReasonForm step={step} state={form} />
      ) : null}
      {form === 'add' ? (
        <AddStepForm phases={plan.phases} shown={phase?.id ?? ''} roles={plan.roles} />
      ) : null}
      {form === 'action' && acting !== null && actions !== null ? (
        <ActionForm phase={acting} actions={actions} />
      ) : null}
    </>
  );
}
