import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { fileName } from '../../format/path.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { useCase, useShownZone } from '../../state/case.ts';
import { admitFork, exportFork, openAdmitting, useMerge, type WaitingFork } from '../../state/merge.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertOctagon, IconDownload } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { WhyDialog } from '../../ui/why-dialog.tsx';

function AdmitForm({ fork }: { readonly fork: WaitingFork }) {
  const text = en.merge.forks;
  return (
    <WhyDialog
      title={text.admitTitle}
      action={text.admitAction}
      danger
      failed={text.admitFailed}
      why={text.why}
      whyExample={text.whyExample}
      work={async (why) => admitFork(fork, why)}
      onClose={() => openAdmitting(null)}
    >
      <p>{text.admitText}</p>
    </WhyDialog>
  );
}

function Fork({ fork, readOnly }: { readonly fork: WaitingFork; readonly readOnly: boolean }) {
  const text = en.merge.forks;
  const zone = useShownZone();
  return (
    <li className="waiting-fork">
      <Ic of={IconAlertOctagon} className="danger-text" />
      <div className="grow">
        <p className="num">
          {text.line(visibleName(fork.name), count(fork.n), fork.writer.slice(0, 8))},{' '}
          <b>{text.waiting(count(fork.entries))}</b>
        </p>
        <p className="meta num" title={visibleName(fork.origin)}>
          {text.origin(visibleName(fileName(fork.origin)), fullTime(new Date(fork.arrived), zone, 'minute'))},{' '}
          {text.key(fork.author.slice(0, 16))}
        </p>
        <div className="row fork-actions">
          <Button className="small" icon={IconDownload} onClick={() => void exportFork(fork)}>
            {text.export}
          </Button>
          {readOnly ? null : (
            <Button className="small" onClick={() => openAdmitting(fork)}>
              {text.admit}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}

/** Forks whose later side waits outside the record, until somebody decides. */
export function WaitingForks() {
  const text = en.merge.forks;
  const forks = useMerge((state) => state.forks);
  const problem = useMerge((state) => state.forksError);
  const admitting = useMerge((state) => state.admitting);
  const readOnly = useCase((state) => state.info?.readOnly ?? true);
  if (forks.length === 0 && problem === null) return null;
  return (
    <section className="share-form" aria-labelledby="forks-waiting">
      <h2 id="forks-waiting">{text.title}</h2>
      <p className="t2">{text.what}</p>
      <ul>
        {forks.map((fork) => (
          <Fork key={fork.id} fork={fork} readOnly={readOnly} />
        ))}
      </ul>
      {problem === null ? null : (
        <Notice tone="danger" role="alert" title={problem.title}>
          {errorWords(problem.error)} <ErrorCode code={problem.error.code} />
        </Notice>
      )}
      {admitting === null ? null : <AdmitForm key={admitting.id} fork={admitting} />}
    </section>
  );
}
