import { useEffect, useState } from 'react';
import type { DeadlineView } from '../../../src-main/contract/plan.ts';
import { lastCallAt, soonAt } from '../../../src-main/domain/plan/soon.ts';
import { leftWords } from '../../format/left.ts';
import { visibleName } from '../../format/visible.ts';
import { usePlan } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';

/** Timers of the browser count to 2^31 ms; the moment is looked for again by then. */
const LOOK_AGAIN = 60_000;

interface Sign {
  readonly at: number;
  readonly deadline: DeadlineView;
}

/** The moments at which something is said, after an instant; the one that comes next first. */
const signsAfter = (deadlines: readonly DeadlineView[], now: number): Sign[] =>
  deadlines
    .filter(({ state }) => state === 'running')
    .flatMap((deadline) =>
      [soonAt(deadline), lastCallAt(deadline), Date.parse(deadline.due)].map((at) => ({ at, deadline })),
    )
    .filter(({ at }) => at > now)
    .toSorted((a, b) => a.at - b.at);

/** Says to a screen reader, without interrupting, that a deadline is near, and that it has come. */
export function DeadlineVoice() {
  const deadlines = usePlan((state) => state.deadlines);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let looked = Date.now();
    const look = (): void => {
      const now = Date.now();
      const passed = signsAfter(deadlines, looked).findLast(({ at }) => at <= now);
      if (passed !== undefined) {
        const { title, due } = passed.deadline;
        const left = Date.parse(due) - now;
        const name = visibleName(title);
        setSaid(left <= 0 ? en.plan.deadline.come(name) : `${name}: ${leftWords(left)}`);
      }
      looked = now;
      const next = signsAfter(deadlines, now)[0];
      if (next !== undefined) timer = setTimeout(look, Math.min(next.at - now, LOOK_AGAIN));
    };
    look();
    return () => clearTimeout(timer);
  }, [deadlines]);
  return (
    <div className="sr" role="status" aria-live="polite">
      {said}
    </div>
  );
}
