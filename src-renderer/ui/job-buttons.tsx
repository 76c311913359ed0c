import { en } from '../strings/en.ts';
import { Button } from './button.tsx';

interface Props {
  /** Which job, for the accessible names. */
  readonly name: string;
  readonly paused: boolean;
  readonly cancelling: boolean;
  /** Undefined where it cannot stand still. */
  readonly onPause?: (() => void) | undefined;
  readonly onResume: () => void;
  readonly onCancel: () => void;
}

/** Holds long work, lets it go on, or ends it. */
export function JobButtons({ name, paused, cancelling, onPause, onResume, onCancel }: Props) {
  const text = en.evidence.job;
  return (
    <>
      {onPause === undefined || cancelling ? null : (
        <Button
          look="quiet"
          className="small"
          aria-label={paused ? text.resumeLabel(name) : text.pauseLabel(name)}
          onClick={paused ? onResume : onPause}
        >
          {paused ? text.resume : text.pause}
        </Button>
      )}
      <Button
        look="quiet"
        className="small"
        aria-label={text.cancelLabel(name)}
        aria-disabled={cancelling}
        onClick={() => (cancelling ? undefined : onCancel())}
      >
        {text.cancel}
      </Button>
    </>
  );
}
