import { type ClockStyle, besideClock, clockWithZone } from '../../format/time.ts';
import { useCase } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { useMinute, useRest, useSecond } from '../../ui/use-now.ts';

/** The clock of this laptop in the zone of the case, over UTC; with seconds while somebody is there. */
export function ClockCell() {
  return useRest() ? <RestingClock /> : <RunningClock />;
}

/** The only part that renders each second. */
function RunningClock() {
  return <Face now={useSecond()} shown="second" />;
}

function RestingClock() {
  return <Face now={useMinute()} shown="minute" />;
}

function Face({ now, shown }: { readonly now: Date; readonly shown: ClockStyle }) {
  const zone = useCase((state) => state.info?.zone ?? 'UTC');
  return (
    <div className="cell clock" role="timer" aria-live="off" aria-label={en.caseFrame.clockLabel}>
      <span className="l1 num">{clockWithZone(now, zone, shown)}</span>
      <span className="l2 num">{besideClock(now, zone, shown)}</span>
    </div>
  );
}
