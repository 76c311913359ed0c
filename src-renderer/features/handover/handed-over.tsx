import type { HandoverView } from '../../../src-main/contract/handover.ts';
import { preview } from '../../format/cut.ts';
import { dueTime, nearTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { useMinute } from '../../ui/use-now.ts';

/** More is read on the plan screen. */
const SHOWN = 8;

/** What goes with a hand-over: running deadlines, open steps, the last entries. */
export function HandedOver({ handover }: { readonly handover: HandoverView }) {
  const { steps, deadlines, entries } = handover;
  const text = en.handover.acceptForm;
  const zone = useShownZone();
  const now = useMinute();
  const due = (utc: string): string => en.plan.due(dueTime(new Date(utc), zone, now));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also for whoever has keys alone
    <div className="handed-over" tabIndex={0} role="group" aria-label={text.all}>
      {deadlines.length === 0 ? null : (
        <>
          <h3>{text.deadlines}</h3>
          <ul>
            {deadlines.map((one) => (
              <li key={one.id}>
                {visibleName(one.title)} <span className="meta num">{due(one.due)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {steps.length === 0 ? null : (
        <>
          <h3>{text.steps}</h3>
          <ul>
            {steps.slice(0, SHOWN).map((one) => (
              <li key={one.id}>
                {visibleName(one.title)}{' '}
                {one.due === null ? null : <span className="meta num">{due(one.due)}</span>}
              </li>
            ))}
          </ul>
          {steps.length > SHOWN ? <p className="meta">{text.more(steps.length - SHOWN)}</p> : null}
        </>
      )}
      <h3>{text.last}</h3>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <span className="meta num">
              {nearTime(new Date(entry.occurred?.utc ?? entry.recorded), zone, 'minute', now)}
            </span>{' '}
            {visibleText(preview(entry.text, 2, 160).text)}
          </li>
        ))}
      </ul>
    </div>
  );
}
