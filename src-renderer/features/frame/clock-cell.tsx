import { besideClock, clockWithZone } from '../../format/time.ts';
import { useCase } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { Clock } from '../../ui/clock.tsx';

/** The clock of this laptop in the zone of the case, over UTC. */
export function ClockCell() {
  const zone = useCase((state) => state.info?.zone ?? 'UTC');
  return (
    <div className="cell clock" role="timer" aria-live="off" aria-label={en.caseFrame.clockLabel}>
      <Clock>
        {(now, shown) => (
          <>
            <span className="l1 num">{clockWithZone(now, zone, shown)}</span>
            <span className="l2 num">{besideClock(now, zone, shown)}</span>
          </>
        )}
      </Clock>
    </div>
  );
}
