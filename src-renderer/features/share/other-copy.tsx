import { type SubmitEvent, useEffect, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { errorWords } from '../../format/error-words.ts';
import { fileName } from '../../format/path.ts';
import { visibleName } from '../../format/visible.ts';
import { useJobs } from '../../state/jobs.ts';
import { chooseOther, lookAtCopy, useMerge } from '../../state/merge.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconFolderOpen, IconSearch } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { CopyProgress } from './copy-progress.tsx';

function Failed({ title, error }: { readonly title: string; readonly error: ErrorData }) {
  return (
    <Notice tone={error.code === 'cancelled' ? 'info' : 'danger'} role="alert" title={title}>
      {errorWords(error)} <ErrorCode code={error.code} />
    </Notice>
  );
}

/** Which file, its passphrase, and the work on it: for merging and for comparing. */
export function OtherCopy({ task }: { readonly task: 'merge' | 'compare' }) {
  const text = en.merge;
  const path = useMerge((state) => state.path);
  const error = useMerge((state) => state.error);
  const job = useJobs((state) =>
    state.jobs.find(({ kind }) => kind === (task === 'merge' ? 'record.preview' : 'record.compare')),
  );
  const [passphrase, setPassphrase] = useState('');
  // Of another file it is another one.
  useEffect(() => setPassphrase(''), [path]);
  const wrong = error?.code === 'wrong-passphrase';
  const ready = path !== null && passphrase !== '' && job === undefined;

  const run = async (): Promise<void> => {
    if (!ready) return;
    if (await lookAtCopy(task, passphrase)) setPassphrase('');
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void run();
  };
  const name = path === null ? '' : visibleName(fileName(path));
  const action = task === 'merge' ? text.lookButton : text.compareButton;
  return (
    <form className="share-form" onSubmit={submit} noValidate aria-label={action}>
      <p className="t2">{task === 'merge' ? text.mergeIntro : text.compareIntro}</p>
      <section className="col" aria-labelledby="other-file">
        <h2 id="other-file">{text.file}</h2>
        <div className="row other-file">
          <Button icon={IconFolderOpen} onClick={() => void chooseOther()}>
            {text.choose}
          </Button>
          <span className={path === null ? 't2' : 'mono select share-path'} title={path ?? undefined}>
            {path === null ? text.noFile : name}
          </span>
        </div>
      </section>
      {path === null ? null : (
        <PassphraseField
          label={text.passphrase}
          value={passphrase}
          onChange={setPassphrase}
          help={text.passphraseHint}
          error={wrong ? errorWords(error) : undefined}
          autoFocus
        />
      )}
      {error === null || wrong ? null : (
        <Failed title={task === 'merge' ? text.lookFailed : text.compareFailed} error={error} />
      )}
      {job === undefined ? (
        <div className="row">
          <Button type="submit" look="primary" big icon={IconSearch} aria-disabled={!ready}>
            {action}
          </Button>
        </div>
      ) : (
        <CopyProgress
          job={job}
          doing={task === 'merge' ? text.looking : text.comparing}
          where={text.from(job.name)}
        />
      )}
    </form>
  );
}
