import { type KeyboardEvent, memo, useDeferredValue, useRef } from 'react';
import type { PlanPhase, PlanStepView } from '../../../src-main/contract/plan.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { zoneName } from '../../format/zone.ts';
import { useShownZone } from '../../state/case.ts';
import { openPlanForm, selectStep, usePlan } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { ExhibitChip } from '../../ui/chip.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle } from '../../ui/icons.ts';
import { useMinute } from '../../ui/use-now.ts';
import { StepBox } from './step-box.tsx';
import { isBehind, isLate, stepWhen } from './step-words.ts';

interface RowProps {
  readonly step: PlanStepView;
  /** `3.1`. */
  readonly number: string;
  readonly selected: boolean;
  readonly first: boolean;
  readonly writable: boolean;
  readonly zone: string;
  readonly now: Date;
}

/** More stand in the pane. */
const CHIPS = 4;

const StepRow = memo(function StepRow({ step, number, selected, first, writable, zone, now }: RowProps) {
  const text = en.plan;
  const last = step.said.at(-1);
  const hint = visibleText(last?.why ?? step.entries.at(-1)?.text ?? step.text ?? '');
  return (
    <li
      className={classNames('step-row', selected && 'selected', isBehind(step) && 'behind')}
      data-plan-id={step.id}
    >
      <StepBox step={step} writable={writable} now={now} />
      <button
        type="button"
        className="step-main"
        aria-pressed={selected}
        tabIndex={selected || first ? 0 : -1}
        data-step={step.id}
        onClick={() => selectStep(step.id)}
      >
        <span className="step-number t3 num">{number}</span>
        <span className="step-what">
          <span className="step-title">{visibleName(step.title)}</span>
          <span className="sr">. {text.state[step.state]}</span>
          {step.added ? <span className="meta"> · {text.added}</span> : null}
          {step.state === 'reopened' ? <span className="warn-text"> · {text.state.reopened}</span> : null}
          {step.said.length > 1 ? <span className="warn-text"> · {text.differ}</span> : null}
          {step.destroys && !isBehind(step) ? (
            <span className="warn-text" title={text.destroys}>
              {' '}
              <Ic of={IconAlertTriangle} size={14} />
              <span className="sr">{text.destroys}</span>
            </span>
          ) : null}
          {hint === '' && step.exhibits.length === 0 ? null : (
            <span className="meta step-hint" title={hint}>
              {step.exhibits.slice(0, CHIPS).map(({ entry, exhibit }) => (
                <ExhibitChip key={entry} exhibit={exhibit} />
              ))}{' '}
              {hint}
            </span>
          )}
        </span>
        <span className="step-who t2">{visibleName(last?.by ?? step.role ?? '')}</span>
        <span className={classNames('step-when num', isLate(step, now) ? 'danger-text' : 't2')}>
          {stepWhen(step, zone, now)}
        </span>
      </button>
    </li>
  );
});

interface Props {
  readonly phase: PlanPhase;
  /** Of the phase in the plan, from 1. */
  readonly number: number;
  readonly writable: boolean;
}

const FORMS: Readonly<Record<string, 'done' | 'skipped' | 'reopened' | 'link'>> = {
  ' ': 'done',
  s: 'skipped',
  r: 'reopened',
  l: 'link',
};

/** As many as a tall window shows; the others are drawn when these stand. */
const AT_ONCE = 40;

/** The steps of a phase. Space marks one as done, S skips it, R opens it again, L links something to it. */
export function StepList({ phase, number, writable }: Props) {
  const selected = usePlan((state) => state.step);
  const list = useRef<HTMLUListElement>(null);
  const zone = useShownZone();
  const now = useMinute();
  const drawn = useDeferredValue(phase.steps.length, AT_ONCE);
  const text = en.plan;

  const key = (event: KeyboardEvent<HTMLUListElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const rows = [...(list.current?.querySelectorAll<HTMLButtonElement>('.step-main') ?? [])];
    const at = rows.findIndex((row) => row === event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
      row?.focus();
      selectStep(row?.dataset['step'] ?? null);
      return;
    }
    const form = FORMS[event.key.toLowerCase()];
    const step = phase.steps[at];
    if (form === undefined || step === undefined || !writable) return;
    if (form === 'reopened' ? step.state === 'open' : form !== 'link' && isBehind(step)) return;
    event.preventDefault();
    selectStep(step.id);
    openPlanForm(form);
  };
  if (phase.steps.length === 0) return <p className="t2 gate">{text.noSteps}</p>;
  return (
    <>
      <div className="step-head meta" aria-hidden="true">
        <span />
        <span className="step-head-main">
          <span />
          <span>{text.stepsHead.step}</span>
          <span className="step-who">{text.stepsHead.who}</span>
          <span className="step-when">{zoneName(zone, now)}</span>
        </span>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the rows inside have the focus; keys bubble */}
      <ul ref={list} className="step-list" aria-label={text.steps(visibleName(phase.title))} onKeyDown={key}>
        {phase.steps.slice(0, drawn).map((step, at) => (
          <StepRow
            key={step.id}
            step={step}
            number={`${number}.${at + 1}`}
            selected={step.id === selected}
            first={selected === null && at === 0}
            writable={writable}
            zone={zone}
            now={now}
          />
        ))}
      </ul>
    </>
  );
}
