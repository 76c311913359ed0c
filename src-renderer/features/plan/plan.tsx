import { useEffect } from 'react';
import { nearTime } from '../../format/time.ts';
import { errorWords } from '../../format/error-words.ts';
import { visibleName } from '../../format/visible.ts';
import type { PlanPhase } from '../../../src-main/contract/plan.ts';
import { showSection, useCase, useShownZone } from '../../state/case.ts';
import { openStating, selectFact } from '../../state/course.ts';
import {
  isEradicated,
  loadActions,
  loadPlan,
  openPlanForm,
  selectStep,
  stepPhase,
  usePlan,
} from '../../state/plan.ts';
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
import { LinkForm } from './link-form.tsx';
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

/** `3.1`: the phase in the plan, and the step in it. */
function numberOf(phases: readonly PlanPhase[], id: string): string {
  const at = phases.findIndex(({ steps }) => steps.some((step) => step.id === id));
  const step = phases[at]?.steps.findIndex((one) => one.id === id) ?? -1;
  return `${at + 1}.${step + 1}`;
}

/** To where the end of the incident is said. */
function sayEnd(): void {
  showSection('facts');
  selectFact('ended');
  openStating('ended');
}

/** What must be done, by whom, and until when? */
export function Plan() {
  const { plan, actions, error, phase: chosen, step: selected, form } = usePlan();
  const writable = useCase(({ info }) => info !== null && !info.readOnly && !info.sealed);
  const eradicated = usePlan(isEradicated);
  const ended = useCase(({ info }) => info?.facts.some(({ name }) => name === 'ended') ?? true);
  const mayHaveEnded = eradicated && !ended;
  const text = en.plan;
  useEffect(() => {
    if (usePlan.getState().actions === null) void loadActions();
    // Exhibits that came meanwhile answer a gate and end what the order guard asks for; none of them asks for the plan.
    void loadPlan();
  }, []);
  useKeys({
    escape: () => {
      if (selected === null || form !== null) return false;
      selectStep(null);
      return undefined;
    },
    '[': () => (form === null ? stepPhase(-1) : false),
    ']': () => (form === null ? stepPhase(1) : false),
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
      {mayHaveEnded && writable ? (
        <Notice
          tone="info"
          title={text.ended.title}
          actions={<Button onClick={() => sayEnd()}>{text.ended.action}</Button>}
        >
          {text.ended.text}
        </Notice>
      ) : null}
      <div className="body">
        {phase === undefined ? null : (
          <div className="plan-main">
            <StepList key={phase.id} phase={phase} number={at + 1} writable={writable} />
            {acting === null || actions === null ? null : (
              <ActionList phase={acting} actions={actions.actions} writable={writable} />
            )}
            <Gate
              phase={phase}
              next={plan.phases[at + 1]}
              open={writable && plan.phase.length === 1 && plan.phase[0] === phase.id}
            />
          </div>
        )}
        {step === undefined ? null : (
          <StepPane
            step={step}
            number={numberOf(plan.phases, step.id)}
            titles={new Map(steps.map(({ id, title }) => [id, title]))}
            writable={writable}
          />
        )}
      </div>
      {form === 'done' && step !== undefined ? <DoneForm step={step} /> : null}
      {(form === 'skipped' || form === 'reopened') && step !== undefined ? (
        <ReasonForm step={step} state={form} />
      ) : null}
      {form === 'link' && step !== undefined ? <LinkForm step={step} /> : null}
      {form === 'add' ? (
        <AddStepForm phases={plan.phases} shown={phase?.id ?? ''} roles={plan.roles} />
      ) : null}
      {form === 'action' && acting !== null && actions !== null ? (
        <ActionForm phase={acting} actions={actions} />
      ) : null}
    </>
  );
}
