import type { PlanPhase } from '../../../src-main/contract/plan.ts';
import { nearTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { showPhase } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { useMinute } from '../../ui/use-now.ts';
import { isBehind } from './step-words.ts';

interface Props {
  readonly phases: readonly PlanPhase[];
  readonly shown: string;
  /** Phases in which the incident is. */
  readonly now: readonly string[];
}

/** The five phases with how far each is, and since when the incident is in it. */
export function PhaseTabs({ phases, shown, now }: Props) {
  const text = en.plan;
  const zone = useShownZone();
  const minute = useMinute();
  return (
    <div className="phase-tabs" role="group" aria-label={text.phases}>
      {phases.map(({ id, title, steps, entered }, at) => {
        const behind = steps.filter(isBehind).length;
        const skipped = steps.filter(({ state }) => state === 'skipped').length;
        const share = steps.length === 0 ? 0 : (100 * behind) / steps.length;
        const since =
          entered === null ? text.now : text.since(nearTime(new Date(entered), zone, 'minute', minute));
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
            <span className="meta num">
              {text.progress(behind, steps.length)}
              {skipped === 0 ? '' : `, ${text.openLeft(skipped)}`}
              {now.includes(id) ? `, ${since}` : ''}
            </span>
          </button>
        );
      })}
    </div>
  );
}
