import { useId } from 'react';
import { leftWords } from '../../format/left.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { laptopZone } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { useMinute } from '../../ui/use-now.ts';
import type { Intake } from './use-intake.ts';

const HOUR = 3_600_000;

/** The clocks that start when it was noticed, each with the time at which it is due. */
export function ClockStart({ intake, from }: { readonly intake: Intake; readonly from: Date }) {
  const { known, change, coming } = intake;
  const now = useMinute();
  const id = useId();
  const text = en.start.create.clock;
  if (coming === null || coming.clocks.length === 0) return null;
  return (
    <div className="new-clock">
      <input
        type="checkbox"
        id={id}
        checked={known.clock}
        aria-describedby={`${id}-what`}
        onChange={(event) => change({ clock: event.currentTarget.checked })}
      />
      <div>
        <label htmlFor={id}>{text.title}</label>
        <p id={`${id}-what`} className="meta">
          {known.clock
            ? coming.clocks.map((one) => {
                const due = new Date(from.getTime() + one.hours * HOUR);
                const left = leftWords(due.getTime() - now.getTime());
                return (
                  <span key={one.id} data-plan-id={one.id}>
                    {text.due(visibleName(one.title), fullTime(due, laptopZone(), 'minute'), left)}{' '}
                  </span>
                );
              })
            : text.off}
          {known.clock ? text.end : null}
        </p>
      </div>
    </div>
  );
}
