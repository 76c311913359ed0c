import { clockWithZone } from '../../format/time.ts';
import { useShownZone } from '../../state/case.ts';
import { useNoteLine } from '../../state/note-line.ts';
import { duration } from '../../format/duration.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconCheck, IconHourglass } from '../../ui/icons.ts';
import { useSecond } from '../../ui/use-now.ts';
import { JobsStatus } from './jobs-status.tsx';

function Slow({ since }: { readonly since: Date }) {
  const now = useSecond();
  const seconds = (now.getTime() - since.getTime()) / 1000;
  return (
    <span className="t2">
      <Ic of={IconHourglass} size={14} />{' '}
      {seconds < 1 ? en.noteLine.saving : en.noteLine.savingFor(duration(seconds))}
    </span>
  );
}

function Saved() {
  const zone = useShownZone();
  const slowSince = useNoteLine((state) => state.slowSince);
  const saved = useNoteLine((state) => state.saved);
  const failed = useNoteLine((state) => state.failed.length > 0);
  if (slowSince !== null) return <Slow since={slowSince} />;
  if (failed || saved === null) return null;
  return (
    <span className="ok-text num">
      <Ic of={IconCheck} size={14} />{' '}
      {en.noteLine.saved(clockWithZone(new Date(saved.recorded), zone, 'second'))}
    </span>
  );
}

/** Saved only after it is durable; running jobs beside it. */
export function SaveState() {
  const draftError = useNoteLine((state) => state.draftError);
  return (
    <span className="save-state">
      <JobsStatus />
      {draftError === null ? null : (
        <span className="warn-text" title={draftError.message}>
          <Ic of={IconAlertTriangle} size={14} /> {en.noteLine.draftFailed} {draftError.code}
        </span>
      )}
      <span role="status" aria-live="polite" data-testid="save-state">
        <Saved />
      </span>
    </span>
  );
}
