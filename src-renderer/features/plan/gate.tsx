import type { PlanPhase } from '../../../src-main/contract/plan.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconCircleDashed } from '../../ui/icons.ts';

interface Props {
  readonly phase: PlanPhase;
  readonly next: PlanPhase | undefined;
}

/** What should be true before the next phase is entered; the phase is changed in the top bar. */
export function Gate({ phase, next }: Props) {
  const text = en.plan;
  if (phase.gate.length === 0 || next === undefined) return null;
  return (
    <section className="gate" aria-labelledby="plan-gate">
      <h2 id="plan-gate">{text.gate(visibleName(next.title))}</h2>
      <p className="meta">{text.gateHint}</p>
      <ul>
        {phase.gate.map(({ id, title }) => (
          <li key={id}>
            <span className="t3">
              <Ic of={IconCircleDashed} />
            </span>{' '}
            {visibleName(title)}
          </li>
        ))}
      </ul>
    </section>
  );
}
