import { visibleName } from '../../format/visible.ts';
import { cancelJob, type RunningJob } from '../../state/jobs.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconFile, IconRefresh } from '../../ui/icons.ts';
import { MiddleName } from '../../ui/middle-name.tsx';
import { Progress } from '../../ui/progress.tsx';
import { jobPercent, jobSentence } from './job-words.ts';

/** Long work as a row of the table: there at once, with its progress and a way to end it. */
export function JobRow({ job }: { readonly job: RunningJob }) {
  const text = en.evidence.job;
  const item = job.progress === null || job.progress.item === '' ? '' : visibleName(job.progress.item);
  return (
    <tr className="job">
      <td>
        {job.kind === 'evidence.add' ? (
          <span className="chip">{text.newRow}</span>
        ) : (
          <Ic of={IconRefresh} className="t3" />
        )}
      </td>
      <td className="exhibit-what" title={item}>
        <span>
          <Ic of={IconFile} className="t3" />
          <MiddleName name={item === '' || job.kind === 'evidence.verify' ? job.name : item} />
        </span>
      </td>
      <td colSpan={4}>
        <div className="row">
          <div className="job-bar">
            <Progress label={text.barLabel(job.name)} value={jobPercent(job.progress)} />
          </div>
          <span className="num t2 clip">{job.cancelling ? text.cancelling : jobSentence(job)}</span>
          <Button
            look="quiet"
            className="small right"
            aria-label={text.cancelLabel(job.name)}
            aria-disabled={job.cancelling}
            onClick={() => (job.cancelling ? undefined : cancelJob(job.job))}
          >
            {text.cancel}
          </Button>
        </div>
      </td>
    </tr>
  );
}
