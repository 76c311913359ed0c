import type { RotationView } from '../../../src-main/contract/log.ts';
import { fullTime, nearTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { openLogForm } from '../../state/logs.ts';
import { openEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconArchive, IconCircleCheck, IconCircleDashed } from '../../ui/icons.ts';
import { useMinute } from '../../ui/use-now.ts';

function lookOf({ state, over }: RotationView) {
  if (over && state !== 'resumed') return { icon: IconAlertTriangle, tone: 'warn-text' };
  return {
    stopped: { icon: IconCircleDashed, tone: 'warn-text' },
    confirmed: { icon: IconCircleCheck, tone: 'ok-text' },
    resumed: { icon: IconArchive, tone: 't3' },
  }[state];
}

function Rotation({ one, writable }: { readonly one: RotationView; readonly writable: boolean }) {
  const text = en.logs.rotation;
  const zone = useShownZone();
  const now = useMinute();
  const { icon, tone } = lookOf(one);
  const job = visibleName(one.job);
  const when = nearTime(new Date(one.at), zone, 'minute', now);
  const until = one.until === null ? '' : fullTime(new Date(one.until), zone, 'minute');
  const resumed = one.state === 'resumed';
  const proof =
    one.confirmed === null
      ? text.states[one.state]
      : `${text.states.confirmed}: ${text.proofs[one.confirmed.proof]} ${visibleName(one.confirmed.reference ?? '')}`;
  const limit = one.over ? text.over(until) : one.until === null ? text.unlimited : text.until(until);
  const by = visibleName(one.by);
  return (
    <li>
      <span className={tone}>
        <Ic of={icon} />
      </span>
      <span className="grow">
        <b>{one.host === null ? job : en.logs.wanted.ofHost(job, visibleName(one.host))}</b>{' '}
        <span className={tone}>{proof}</span>
        <span className="meta num rotation-more">
          {resumed ? text.resumedBy(by, when) : `${text.by(by, when)}, ${limit}`}{' '}
          <button type="button" className="link mono" onClick={() => void openEntry(one.entry)}>
            {one.entry.slice(0, 8)}
          </button>
        </span>
      </span>
      {writable && one.state === 'stopped' ? (
        <Button
          aria-label={text.confirmOf(job)}
          onClick={() => openLogForm({ kind: 'rotation', event: 'confirmed', job: one.job })}
        >
          {text.confirm}
        </Button>
      ) : null}
      {writable && !resumed ? (
        <Button
          look="quiet"
          aria-label={text.resumeOf(job)}
          onClick={() => openLogForm({ kind: 'rotation', event: 'resumed', job: one.job })}
        >
          {text.resume}
        </Button>
      ) : null}
    </li>
  );
}

interface Props {
  readonly rotations: readonly RotationView[];
  readonly writable: boolean;
}

/** Backups that are no longer overwritten, and how the host confirmed it. */
export function Rotations({ rotations, writable }: Props) {
  const text = en.logs.rotation;
  return (
    <section aria-labelledby="logs-rotation">
      <div className="section-head">
        <h2 id="logs-rotation">{text.title}</h2>
        <span className="meta">{text.hint}</span>
        {writable ? (
          <Button
            className="small right"
            onClick={() => openLogForm({ kind: 'rotation', event: 'stopped', job: '' })}
          >
            {text.stop}
          </Button>
        ) : null}
      </div>
      {rotations.length === 0 ? (
        <p className="warn-text">
          <Ic of={IconCircleDashed} size={14} /> {text.none}
        </p>
      ) : (
        <ul className="rotations">
          {rotations.map((one) => (
            <Rotation key={one.entry} one={one} writable={writable} />
          ))}
        </ul>
      )}
    </section>
  );
}
