import type { Exhibit } from '../../../src-main/contract/evidence.ts';
import { clock, dayAndMonth, dayKey } from '../../format/time.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
} from '../../ui/icons.ts';

function shortWhen(instant: string, zone: string, now: Date): string {
  const at = new Date(instant);
  const time = clock(at, zone, 'minute');
  if (dayKey(at, zone) === dayKey(now, zone)) return time;
  return `${dayAndMonth(at, zone)} ${time}`;
}

interface Props {
  readonly exhibit: Exhibit;
  readonly zone: string;
  readonly now: Date;
}

/** What the last look at the bytes said: shape, word and colour. */
export function ExhibitState({ exhibit, zone, now }: Props) {
  const text = en.evidence.state;
  const { lastVerified } = exhibit;
  if (lastVerified?.ok === false) {
    return (
      <span className="danger-text num">
        <Ic of={IconAlertOctagon} size={14} /> {text.changed(shortWhen(lastVerified.at, zone, now))}
      </span>
    );
  }
  if (exhibit.changedWhileRead === true) {
    return (
      <span className="warn-text" title={en.evidence.changingHint}>
        <Ic of={IconAlertTriangle} size={14} /> {text.changing}
      </span>
    );
  }
  if (exhibit.mode === 'none') {
    return (
      <span className="t2">
        <Ic of={IconCircle} size={14} /> {text.noFile}
      </span>
    );
  }
  if (lastVerified !== null) {
    return (
      <span className="ok-text num">
        <Ic of={IconCircleCheck} size={14} /> {text.verified(shortWhen(lastVerified.at, zone, now))}
      </span>
    );
  }
  if (exhibit.bytes === 'not-here') {
    return (
      <span className="warn-text">
        <Ic of={IconCircleDashed} size={14} /> {text.notHere}
      </span>
    );
  }
  return (
    <span className="t2 num">
      <Ic of={IconCircle} size={14} /> {text.hashed(shortWhen(exhibit.collected, zone, now))}
    </span>
  );
}
