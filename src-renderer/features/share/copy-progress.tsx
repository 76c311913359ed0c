import { duration } from '../../format/duration.ts';
import { count, percent, size } from '../../format/number.ts';
import { cancelJob, type RunningJob } from '../../state/jobs.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';

function sentence(job: RunningJob): string {
  const text = en.evidence.job;
  const { progress } = job;
  if (progress === null) return text.waiting;
  const amount = progress.unit === 'bytes' ? size : count;
  const done =
    progress.total === null
      ? amount(progress.done)
      : en.caseFrame.record.checkingHint(`${amount(progress.done)} / ${amount(progress.total)}`);
  return [
    done,
    ...(progress.rate === null ? [] : [text.rate(amount(progress.rate))]),
    ...(progress.eta === null ? [] : [text.left(duration(progress.eta))]),
  ].join(', ');
}

interface Props {
  readonly job: RunningJob;
  readonly doing: string;
  readonly where: string;
}

/** Work on a copy while it runs; the rest of the window stays usable. */
export function CopyProgress({ job, doing, where }: Props) {
  const { progress } = job;
  const value =
    progress === null ? 0 : progress.total === null ? null : percent(progress.done, progress.total);
  return (
    <div className="copy-progress">
      <div className="row">
        <b>{doing}</b>
        <span className="meta clip grow">{where}</span>
        <span className="num t2 nowrap">{job.cancelling ? en.evidence.job.cancelling : sentence(job)}</span>
        <Button
          look="quiet"
          className="small"
          aria-label={en.evidence.job.cancelLabel(doing)}
          onClick={() => (job.cancelling ? undefined : cancelJob(job.job))}
        >
          {en.common.cancel}
        </Button>
      </div>
      <Progress label={doing} value={value} />
    </div>
  );
}
