import { besideClock, clockWithZone } from '../../format/time.ts';
import { useCase } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { useSecond } from '../../ui/use-now.ts';

/** The clock of this laptop in the zone of the case, over UTC. The only part that renders each second. */
export function ClockCell() {
  const now = useSecond();
  const zone = useCase((state) => state.info?.zone ?? 'UTC');
  return (
    <div className="cell clock" role="timer" aria-live="off" aria-label={en.caseFrame.clockLabel}>
      <span className="l1 num">{clockWithZone(now, zone, 'second')}</span>
      <span className="l2 num">{besideClock(now, zone)}</span>
    </div>
  );
}
