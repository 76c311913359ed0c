import { clockWithZone, nearTime } from '../../format/time.ts';
import { useShownZone } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle } from '../../ui/icons.ts';
import { useMinute } from '../../ui/use-now.ts';
import type { UnderstoodTime } from './use-understood-time.ts';

/** The time that the note will carry. */
export function NoteTime({ understood }: { readonly understood: UnderstoodTime }) {
  const now = useMinute();
  const zone = useShownZone();
  if (understood.kind === 'not-understood') {
    return (
      <span className="note-time warn-text" title={understood.message} role="status">
        <Ic of={IconAlertTriangle} size={14} /> {en.noteLine.notUnderstood(understood.token)}
      </span>
    );
  }
  if (understood.kind === 'now') {
    return <span className="note-time num">{en.noteLine.now(clockWithZone(now, zone, 'minute'))}</span>;
  }
  const { utc, until, precision } = understood.time;
  const style = precision === 'second' || precision === 'millisecond' ? 'second' : 'minute';
  const from = nearTime(new Date(utc), zone, style, now);
  return (
    <span className="note-time given num" role="status">
      {until === undefined ? from : en.common.range(from, clockWithZone(new Date(until), zone, 'minute'))}
    </span>
  );
}
