import { besideClock, clockWithZone } from '../../format/time.ts';
import { laptopZone } from '../../state/session.ts';
import { Clock } from '../../ui/clock.tsx';

/** The time, below the card: a locked window is still a clock. */
export function LockClock() {
  return (
    <p className="lock-clock num">
      <Clock>
        {(now, shown) => (
          <>
            <span>{clockWithZone(now, laptopZone(), shown)}</span>
            <span className="t3">{besideClock(now, laptopZone(), shown)}</span>
          </>
        )}
      </Clock>
    </p>
  );
}
