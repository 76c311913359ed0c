import type { PlanStepView } from '../../../src-main/contract/plan.ts';
import { visibleName } from '../../format/visible.ts';
import { openPlanForm, selectStep } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { classNames } from '../../ui/class-names.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertOctagon, IconCheck, IconMinus, IconRotate } from '../../ui/icons.ts';
import { isLate } from './step-words.ts';

interface Props {
  readonly step: PlanStepView;
  readonly writable: boolean;
  readonly now: Date;
}

/** Shape and word say it; the colour only repeats it. */
function markOf(step: PlanStepView, now: Date) {
  if (step.state === 'done') return IconCheck;
  if (step.state === 'skipped') return IconMinus;
  if (isLate(step, now)) return IconAlertOctagon;
  return step.state === 'reopened' ? IconRotate : null;
}

/** The box of a step: a press asks who did it and when, or why it is open again. The keys of the list do the same. */
export function StepBox({ step, writable, now }: Props) {
  const done = step.state === 'done';
  const skipped = step.state === 'skipped';
  const mark = markOf(step, now);
  return (
    <span className="step-box-cell">
      <button
        type="button"
        className={classNames(
          'step-box',
          (done || skipped) && 'on',
          skipped && 'skipped',
          isLate(step, now) && 'late',
        )}
        role="checkbox"
        aria-checked={done ? true : skipped ? 'mixed' : false}
        aria-label={en.plan.check(visibleName(step.title))}
        aria-disabled={!writable}
        // The row has the focus, and Space there does the same.
        tabIndex={-1}
        onClick={() => {
          if (!writable) return;
          selectStep(step.id);
          openPlanForm(done || skipped ? 'reopened' : 'done');
        }}
      >
        {mark === null ? null : <Ic of={mark} size={14} />}
      </button>
    </span>
  );
}
