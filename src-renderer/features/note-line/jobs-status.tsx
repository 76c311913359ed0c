import { useState } from 'react';
import { fileSentence, jobPercent, jobSentence } from '../../format/job-words.ts';
import { useAddings } from '../../state/addings.ts';
import { showSection } from '../../state/case.ts';
import { cancelJob, pauseJob, resumeJob, type RunningJob, useJobs } from '../../state/jobs.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconRefresh } from '../../ui/icons.ts';
import { JobButtons } from '../../ui/job-buttons.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Progress } from '../../ui/progress.tsx';

const MAY_PAUSE: readonly RunningJob['kind'][] = [
  'evidence.add',
  'evidence.verify',
  'share.copy',
  'timeline.import',
  'log.import',
];

function JobLine({ job }: { readonly job: RunningJob }) {
  const text = en.evidence.job;
  return (
    <li className="job-line">
      <div className="row">
        <b className="clip grow" title={job.name}>
          {job.name}
        </b>
        {job.inOnePiece === true && job.onCancel === undefined ? null : (
          <JobButtons
            name={job.name}
            paused={job.paused}
            cancelling={job.cancelling}
            onPause={MAY_PAUSE.includes(job.kind) ? () => pauseJob(job.job) : undefined}
            onResume={() => resumeJob(job.job)}
            onCancel={() => cancelJob(job.job)}
          />
        )}
      </div>
      <Progress label={text.barLabel(job.name)} value={jobPercent(job)} />
      <div className="meta num">{jobSentence(job)}</div>
      <div className="meta num">{fileSentence(job)}</div>
    </li>
  );
}

function Running({ jobs }: { readonly jobs: readonly RunningJob[] }) {
  const [opened, setOpened] = useState(false);
  const text = en.evidence.job;
  return (
    <Popover
      opened={opened}
      onClose={() => setOpened(false)}
      label={text.list}
      target={
        <button
          type="button"
          className="jobs-status num"
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <Ic of={IconRefresh} size={14} /> {text.status(jobs.length)}
        </button>
      }
    >
      <ul>
        {jobs.map((job) => (
          <JobLine key={job.job} job={job} />
        ))}
      </ul>
    </Popover>
  );
}

/** What runs, from every screen: how far it is, and a way to hold or end it; and what was interrupted. */
export function JobsStatus() {
  const jobs = useJobs((state) => state.jobs);
  const interrupted = useAddings((state) => state.interrupted.length);
  const text = en.evidence.job;
  const inOnePiece = jobs
    .flatMap((job) => (job.inOnePiece === true && job.onCancel === undefined ? [job.name] : []))
    .join(', ');
  return (
    <>
      {jobs.length === 0 ? null : <Running jobs={jobs} />}
      <span className="sr" role="status">
        {inOnePiece === '' ? '' : text.busy(inOnePiece)}
      </span>
      {interrupted === 0 ? null : (
        <button type="button" className="jobs-status warn-text" onClick={() => showSection('evidence')}>
          <Ic of={IconAlertTriangle} size={14} /> {text.interruptedStatus}
        </button>
      )}
    </>
  );
}
