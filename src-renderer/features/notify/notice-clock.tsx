import type { NoticeRecipient } from '../../../src-main/contract/notice.ts';
import type { DeadlineView } from '../../../src-main/contract/plan.ts';
import { lookOf } from '../../format/deadline-look.ts';
import { leftWords } from '../../format/left.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { classNames } from '../../ui/class-names.ts';
import { Clock } from '../../ui/clock.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { toldWords } from './recipient-state.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** `22:32:52`, rounded down in both directions. @param ms until it is due; negative = late */
function digits(ms: number): string {
  const s = Math.floor(Math.abs(ms) / 1000);
  return `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}

function Running({ deadline }: { readonly deadline: DeadlineView }) {
  const zone = useShownZone();
  const minute = useMinute();
  const text = en.notify;
  const [start, due] = [Date.parse(deadline.started), Date.parse(deadline.due)];
  const part = Math.min(1, Math.max(0, (minute.getTime() - start) / Math.max(1, due - start)));
  const percent = Math.floor(part * 100);
  const title = visibleName(deadline.title);
  return (
    <section className={classNames('notice-clock', lookOf(deadline, minute.getTime()))} aria-label={title}>
      <div>
        <Clock>
          {(now, shown) => {
            const left = due - now.getTime();
            return (
              <span className="countdown num">{shown === 'second' ? digits(left) : leftWords(left)}</span>
            );
          }}
        </Clock>
        <p className="meta">{minute.getTime() > due ? text.over(title) : text.left(title)}</p>
      </div>
      <div className="notice-span">
        <p className="meta num notice-ends">
          <span>{text.since(fullTime(new Date(start), zone, 'minute'))}</span>
          <b>{text.until(fullTime(new Date(due), zone, 'minute'))}</b>
        </p>
        <div className="notice-bar" role="img" aria-label={text.bar(percent)}>
          <i style={{ width: `${percent}%` }} />
        </div>
      </div>
    </section>
  );
}

interface Props {
  readonly recipient: NoticeRecipient;
  readonly deadline: DeadlineView | undefined;
}

/** The time that is left to tell somebody, or why no clock runs. */
export function NoticeClock({ recipient, deadline }: Props) {
  const zone = useShownZone();
  const now = useMinute();
  const text = en.notify.noClock;
  if (deadline !== undefined && (deadline.state === 'running' || deadline.state === 'overdue')) {
    return <Running deadline={deadline} />;
  }
  const { state, clock, need } = recipient;
  const why =
    state === 'sent'
      ? `${toldWords(recipient, zone, now).replace(/^./u, (first) => first.toUpperCase())}.`
      : state === 'declined'
        ? text.declined
        : clock
          ? need === 'if-needed'
            ? text.ifNeeded
            : text.waiting
          : text.none;
  return <p className="notice-clock meta">{why}</p>;
}
