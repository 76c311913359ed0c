import { fileSentence, jobPercent, jobSentence } from '../../format/job-words.ts';
import { fileName } from '../../format/path.ts';
import { visibleName } from '../../format/visible.ts';
import { cancelJob, pauseJob, resumeJob, type RunningJob } from '../../state/jobs.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconFile, IconRefresh } from '../../ui/icons.ts';
import { JobButtons } from '../../ui/job-buttons.tsx';
import { MiddleName } from '../../ui/middle-name.tsx';
import { Progress } from '../../ui/progress.tsx';

/** How far it is, all of it said, and the ways to hold or end it. */
function JobWork({ job }: { readonly job: RunningJob }) {
  const text = en.evidence.job;
  const file = fileSentence(job);
  return (
    <div className="job-work">
      <div className="job-told">
        <div className="job-bar">
          <Progress label={text.barLabel(job.name)} value={jobPercent(job)} />
        </div>
        <span className="num t2">{jobSentence(job)}</span>
        {file === '' ? null : <span className="meta num">{file}</span>}
      </div>
      {job.inOnePiece === true ? null : (
        <span className="row">
          <JobButtons
            name={job.name}
            paused={job.paused}
            cancelling={job.cancelling}
            onPause={() => pauseJob(job.job)}
            onResume={() => resumeJob(job.job)}
            onCancel={() => cancelJob(job.job)}
          />
        </span>
      )}
    </div>
  );
}

/** Long work as a row of the table: there at once, with its progress, to be held or ended. */
export function JobRow({ job, columns }: { readonly job: RunningJob; readonly columns: number }) {
  const text = en.evidence.job;
  const item = job.progress === null || job.progress.item === '' ? '' : visibleName(job.progress.item);
  return (
    <tr className="job">
      <td colSpan={2}>
        {job.kind === 'evidence.add' ? (
          <span className="chip">{text.newRow}</span>
        ) : (
          <Ic of={IconRefresh} className="t3" />
        )}
      </td>
      <td className="exhibit-what" title={item}>
        <span>
          <Ic of={IconFile} className="t3" />
          <MiddleName name={item === '' || job.kind !== 'evidence.add' ? job.name : fileName(item)} />
        </span>
      </td>
      <td colSpan={Math.max(1, columns - 1)}>
        <JobWork job={job} />
      </td>
    </tr>
  );
}
