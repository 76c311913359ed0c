import type { PlanPhase } from '../../../src-main/contract/plan.ts';
import { visibleName } from '../../format/visible.ts';
import { showPhase } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { isBehind } from './step-words.ts';

interface Props {
  readonly phases: readonly PlanPhase[];
  readonly shown: string;
  /** Phases in which the incident is. */
  readonly now: readonly string[];
}

/** The five phases with how far each is. */
export function PhaseTabs({ phases, shown, now }: Props) {
  const text = en.plan;
  return (
    <div className="phase-tabs" role="group" aria-label={text.phases}>
      {phases.map(({ id, title, steps }, at) => {
        const behind = steps.filter(isBehind).length;
        const share = steps.length === 0 ? 0 : (100 * behind) / steps.length;
        return (
          <button
            key={id}
            type="button"
            className="phase-tab"
            aria-pressed={id === shown}
            onClick={() => showPhase(id)}
          >
            <span>
              <span className="t3 num">{at + 1}</span> <span className="b">{visibleName(title)}</span>
            </span>
            <span className="phase-bar" aria-hidden="true">
              <i style={{ width: `${share}%` }} />
            </span>
            <span className="meta">
              {text.progress(behind, steps.length)}
              {now.includes(id) ? `, ${text.now}` : ''}
            </span>
          </button>
        );
      })}
    </div>
  );
}
