import { leftWords } from '../../format/left.ts';
import { fullTime } from '../../format/time.ts';
import { useNextDue } from '../../state/next-due.ts';
import { laptopZone } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconHourglass } from '../../ui/icons.ts';
import { useUntil } from '../../ui/use-until.ts';

/** The next deadline of a locked case as a bare countdown: no word of what it is. */
export function NextDue({ path }: { readonly path: string }) {
  const next = useNextDue((state) => (state.next?.path === path ? state.next : null));
  const due = next === null ? null : Date.parse(next.due);
  const now = useUntil(due);
  if (due === null) return null;
  const left = due - now.getTime();
  return (
    <p className={left < 0 ? 'lock-due danger-text num' : 'lock-due num'}>
      <Ic of={IconHourglass} size={16} /> {en.start.unlock.nextDue(leftWords(left))}{' '}
      <span className="t3">{fullTime(new Date(due), laptopZone(), 'minute')}</span>
    </p>
  );
}
