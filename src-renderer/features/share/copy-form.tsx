import { type SubmitEvent, useEffect, useState } from 'react';
import { errorWords } from '../../format/error-words.ts';
import { visibleName } from '../../format/visible.ts';
import { useCase } from '../../state/case.ts';
import { useEvidence } from '../../state/evidence.ts';
import { useJobs } from '../../state/jobs.ts';
import { chooseCopyPlace, loadCopySizes, makeCopy, useShare } from '../../state/share.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconShare2 } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { CopyContents } from './copy-contents.tsx';
import { CopyPassphrase } from './copy-passphrase.tsx';
import { CopyProgress } from './copy-progress.tsx';

/** The copy's own passphrase, what goes along, and where to. */
export function CopyForm() {
  const text = en.share;
  const { target, doubts, error } = useShare();
  const own = useShare((state) => state.wish.own);
  const readOnly = useCase((state) => state.info?.readOnly ?? false);
  const job = useJobs((state) => state.jobs.find((running) => running.kind === 'share.copy'));
  const [missing, setMissing] = useState(false);
  const exhibits = useEvidence((state) => state.exhibits.length);
  useEffect(() => void loadCopySizes(), [exhibits]);

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setMissing(own === '');
    if (job === undefined && own !== '') void makeCopy();
  };
  if (readOnly) return <p className="share-form t2">{text.readOnly}</p>;
  return (
    <form className="share-form wide" onSubmit={submit} noValidate aria-label={text.copy}>
      <p className="t2">{text.intro}</p>
      <div className="share-pair">
        <CopyPassphrase error={missing && own === '' ? en.start.create.ownEmpty : ''} />
        <CopyContents />
      </div>
      {error === null ? null : (
        <Notice tone={error.code === 'cancelled' ? 'info' : 'danger'} role="alert" title={text.failed}>
          {errorWords(error)} {text.failedHint} <ErrorCode code={error.code} />
        </Notice>
      )}
      {job === undefined ? (
        <div className="row">
          <Button type="submit" look="primary" big icon={IconShare2}>
            {target === null
              ? doubts.length === 0
                ? text.make
                : text.makeAnyway
              : text.makeThere(visibleName(target))}
          </Button>
          {target === null ? null : (
            <Button look="quiet" onClick={() => void chooseCopyPlace()}>
              {text.otherPlace}
            </Button>
          )}
        </div>
      ) : (
        <CopyProgress job={job} doing={text.making} where={text.makingTo(visibleName(job.name))} />
      )}
    </form>
  );
}
