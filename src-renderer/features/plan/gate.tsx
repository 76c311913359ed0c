import type { PlanPhase } from '../../../src-main/contract/plan.ts';
import { visibleName } from '../../format/visible.ts';
import { askGate } from '../../state/plan.ts';
import { openEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { GateShown } from './gate-shown.tsx';

interface Props {
  readonly phase: PlanPhase;
  readonly next: PlanPhase | undefined;
  /** Whether the incident is in this phase, and may go on. */
  readonly open: boolean;
}

/** What should be true before the next phase is entered; what was answered where it was entered. */
export function Gate({ phase, next, open }: Props) {
  const text = en.plan;
  const { gate, gatePassed } = phase;
  if (gate.length === 0 || next === undefined) return null;
  const passed = gatePassed !== null && !open;
  const shown = gate.filter((line) => line.shown?.holds === true).length;
  return (
    <section className="gate" aria-labelledby="plan-gate">
      <div className="section-head">
        <h2 id="plan-gate">{text.gate(visibleName(next.title))}</h2>
        <span className="meta">
          {passed ? (
            <button type="button" className="link mono" onClick={() => void openEntry(gatePassed)}>
              {gatePassed.slice(0, 8)}
            </button>
          ) : (
            `${text.answered(shown, gate.length)}${open ? `. ${text.gateHint}` : ''}`
          )}
        </span>
        {open ? (
          <Button className="right" onClick={() => askGate({ phase: next.id, why: '' })}>
            {text.moveOn}
          </Button>
        ) : null}
      </div>
      <ul>
        {gate.map((line) => (
          <li key={line.id} data-plan-id={line.id}>
            <GateShown line={line} passed={passed} />
          </li>
        ))}
      </ul>
    </section>
  );
}
