import { besideClock, clockWithZone } from '../../format/time.ts';
import { laptopZone } from '../../state/session.ts';
import { useSecond } from '../../ui/use-now.ts';

/** The time, below the card: a locked window is still a clock. */
export function LockClock() {
  const now = useSecond();
  return (
    <p className="lock-clock num">
      <span>{clockWithZone(now, laptopZone(), 'second')}</span>
      <span className="t3">{besideClock(now, laptopZone())}</span>
    </p>
  );
}
