import { longDay } from '../../format/time.ts';
import { zoneLabel } from '../../format/zone.ts';

/** A day with the zone of its times. */
export function DayHead({ at, zone }: { readonly at: Date; readonly zone: string }) {
  return (
    <div className="day num" aria-hidden="true">
      {longDay(at, zone)} <span className="day-zone">{zoneLabel(zone, at)}</span>
    </div>
  );
}
