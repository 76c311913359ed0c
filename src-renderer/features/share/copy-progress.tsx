import { fileSentence, jobPercent, jobSentence } from '../../format/job-words.ts';
import { cancelJob, pauseJob, resumeJob, type RunningJob } from '../../state/jobs.ts';
import { en } from '../../strings/en.ts';
import { JobButtons } from '../../ui/job-buttons.tsx';
import { Progress } from '../../ui/progress.tsx';

/** What the engine calls the last part of a copy (engine/verify-copy.ts). */
const CHECKING = 'checking';

interface Props {
  readonly job: RunningJob;
  readonly doing: string;
  readonly where: string;
}

/** Work on a copy while it runs; the rest of the window stays usable. */
export function CopyProgress({ job, doing, where }: Props) {
  return (
    <div className="copy-progress">
      <div className="row">
        <b>{doing}</b>
        <span className="meta clip grow">{where}</span>
        <JobButtons
          name={doing}
          paused={job.paused}
          cancelling={job.cancelling}
          // A merge is one transaction: it is done or not.
          onPause={job.kind === 'share.copy' ? () => pauseJob(job.job) : undefined}
          onResume={() => resumeJob(job.job)}
          onCancel={() => cancelJob(job.job)}
        />
      </div>
      <Progress label={doing} value={jobPercent(job)} />
      <span className="num t2">
        {job.progress?.item === CHECKING ? en.share.checking : jobSentence(job)}{' '}
        <span className="meta">{fileSentence(job)}</span>
      </span>
    </div>
  );
}
