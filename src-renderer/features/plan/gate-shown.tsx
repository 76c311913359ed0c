import type { PlanGateLineView } from '../../../src-main/contract/plan.ts';
import { factName } from '../../format/fact.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { usePlan } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { ExhibitChip } from '../../ui/chip.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleMinus } from '../../ui/icons.ts';

const LOOKS = {
  yes: { icon: IconCircleCheck, tone: 'ok-text' },
  no: { icon: IconAlertTriangle, tone: 'warn-text' },
  'not-applicable': { icon: IconCircleMinus, tone: 't3' },
  unanswered: { icon: IconCircleDashed, tone: 'warn-text' },
} as const;

/** A line of a gate: what was answered when the phase was left, or what the record says by itself now. */
export function GateShown({
  line,
  passed = false,
}: {
  readonly line: PlanGateLineView;
  readonly passed?: boolean;
}) {
  const text = en.plan;
  const plan = usePlan((state) => state.plan);
  const answer = passed ? line.answer : null;
  const { icon, tone } = LOOKS[answer?.answer ?? (line.shown?.holds === true ? 'yes' : 'unanswered')];
  /** Kinds of exhibits, steps and facts by the names that people know. */
  const named = (lack: string): string => {
    const phase = plan?.phases.find(({ steps }) => steps.some(({ id }) => id === lack));
    if (phase === undefined) return text.lacks[lack] ?? factName(lack);
    const at = (plan?.phases.indexOf(phase) ?? 0) + 1;
    return text.stepNumber(`${at}.${phase.steps.findIndex(({ id }) => id === lack) + 1}`);
  };
  const said =
    answer === null
      ? line.shown === null || line.shown.holds
        ? null
        : text.gateLacks(line.shown.lacks.map((lack) => named(lack)).join(', '))
      : [
          answer.fromRecord
            ? text.gateShown
            : text.gateSaid(text.answers[answer.answer], visibleName(answer.by ?? ''), answer.against),
          answer.why === null ? '' : visibleText(answer.why),
        ]
          .filter((part) => part !== '')
          .join(': ');
  return (
    <span className="gate-line">
      <span className={tone}>
        <Ic of={icon} />
        <span className="sr">
          {answer === null
            ? line.shown?.holds === true
              ? text.gateShown
              : text.answers.unanswered
            : text.answers[answer.answer]}
          .{' '}
        </span>
      </span>
      <span>
        {visibleName(line.title)}{' '}
        {(line.shown?.exhibits ?? []).map((exhibit) => (
          <ExhibitChip key={exhibit} exhibit={exhibit} />
        ))}
        {said === null ? null : <span className="meta gate-said">{said}</span>}
      </span>
    </span>
  );
}
