import { besideClock, clockWithZone } from '../../format/time.ts';
import { laptopZone } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { useSecond } from '../../ui/use-now.ts';

/** The clock of this laptop, to be compared with a phone. */
export function NewIncidentFoot() {
  const now = useSecond();
  return (
    <footer className="standfoot">
      <span className="num">{clockWithZone(now, laptopZone(), 'second')}</span>
      <span className="num">{besideClock(now, laptopZone(), 'second')}</span>
      <span>{en.start.create.clockHint}</span>
    </footer>
  );
}
