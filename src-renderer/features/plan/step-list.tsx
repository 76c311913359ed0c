import { type KeyboardEvent, useRef } from 'react';
import type { PlanPhase, PlanStepView } from '../../../src-main/contract/plan.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { openPlanForm, selectStep, usePlan } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { classNames } from '../../ui/class-names.ts';
import { Ic } from '../../ui/ic.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { isBehind, isLate, stepLook, stepWhen } from './step-words.ts';

interface RowProps {
  readonly step: PlanStepView;
  readonly selected: boolean;
  readonly first: boolean;
  readonly zone: string;
  readonly now: Date;
}

function StepRow({ step, selected, first, zone, now }: RowProps) {
  const text = en.plan;
  const { icon, tone } = stepLook(step, now);
  const last = step.said.at(-1);
  const hint = last?.why ?? step.text;
  return (
    <button
      type="button"
      className={classNames('step-row', selected && 'selected', isBehind(step) && 'behind')}
      aria-pressed={selected}
      tabIndex={selected || first ? 0 : -1}
      data-step={step.id}
      onClick={() => selectStep(step.id)}
    >
      <span className={tone}>
        <Ic of={icon} />
        <span className="sr">{text.state[step.state]}. </span>
      </span>
      <span>
        <span className="step-title">{visibleName(step.title)}</span>
        {step.added ? <span className="meta"> · {text.added}</span> : null}
        {step.said.length > 1 ? <span className="warn-text"> · {text.differ}</span> : null}
        {hint === null || hint === undefined ? null : (
          <span className="meta step-hint" title={visibleText(hint)}>
            {visibleText(hint)}
          </span>
        )}
      </span>
      <span className="step-who t2">{last?.by ?? step.role ?? ''}</span>
      <span className={classNames('step-when num', isLate(step, now) ? 'danger-text' : 't2')}>
        {stepWhen(step, zone, now)}
      </span>
    </button>
  );
}

/** The steps of a phase. Space marks one as done, S skips it, R opens it again. */
export function StepList({ phase, writable }: { readonly phase: PlanPhase; readonly writable: boolean }) {
  const selected = usePlan((state) => state.step);
  const list = useRef<HTMLUListElement>(null);
  const zone = useShownZone();
  const now = useMinute();
  const text = en.plan;

  const key = (event: KeyboardEvent<HTMLUListElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const rows = [...(list.current?.querySelectorAll<HTMLButtonElement>('.step-row') ?? [])];
    const at = rows.findIndex((row) => row === event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
      row?.focus();
      selectStep(row?.dataset['step'] ?? null);
      return;
    }
    const form = { ' ': 'done', s: 'skipped', r: 'reopened' }[event.key.toLowerCase()];
    const step = phase.steps[at];
    if (form === undefined || step === undefined || !writable) return;
    if (form === 'reopened' ? step.state === 'open' : isBehind(step)) return;
    event.preventDefault();
    selectStep(step.id);
    openPlanForm(form as 'done' | 'skipped' | 'reopened');
  };
  if (phase.steps.length === 0) return <p className="t2 gate">{text.noSteps}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the rows inside have the focus; keys bubble
    <ul ref={list} className="step-list" aria-label={text.steps(visibleName(phase.title))} onKeyDown={key}>
      {phase.steps.map((step, at) => (
        <li key={step.id}>
          <StepRow
            step={step}
            selected={step.id === selected}
            first={selected === null && at === 0}
            zone={zone}
            now={now}
          />
        </li>
      ))}
    </ul>
  );
}
