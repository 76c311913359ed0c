import { jobPercent, jobSentence } from '../../format/job-words.ts';
import { type RunningJob, useJobs } from '../../state/jobs.ts';
import { en } from '../../strings/en.ts';
import { Progress } from '../../ui/progress.tsx';

const nameOf = ({ kind }: RunningJob): string => en.curtain.jobNames[kind] ?? en.evidence.job.working;

/** What runs behind the curtain and how far it is, without a name of any file. */
export function HiddenJobs() {
  const jobs = useJobs((state) => state.jobs);
  return (
    <ul className="curtain-jobs" aria-label={en.curtain.jobs}>
      {jobs.map((job) => (
        <li key={job.job}>
          <b>{nameOf(job)}</b>
          <Progress label={nameOf(job)} value={jobPercent(job)} />
          <span className="meta num">{jobSentence(job)}</span>
        </li>
      ))}
    </ul>
  );
}
