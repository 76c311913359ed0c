import { useState } from 'react';
import { errorWords } from '../../format/error-words.ts';
import { visibleName } from '../../format/visible.ts';
import { useCase } from '../../state/case.ts';
import { makeDocument, type SavedReport, useDocument } from '../../state/document.ts';
import { useJobs } from '../../state/jobs.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/check.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconFileText, IconPrinter } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { CopyProgress } from './copy-progress.tsx';
import { HashFact } from './hash-fact.tsx';

/** The complete documentation, and the papers beside it. */
export function ReportForm() {
  const text = en.review.document;
  const [without, setWithout] = useState(false);
  const { busy, error, report } = useDocument();
  const job = useJobs((state) =>
    state.jobs.find((running) => running.kind === 'document.make' || running.kind === 'print'),
  );
  // A report is recorded, so it needs a file that can be written.
  const readOnly = useCase((state) => state.info?.readOnly ?? true);
  return (
    <section className="share-form" aria-labelledby="report-title">
      <h2 id="report-title">{text.title}</h2>
      <p className="t2">{text.text}</p>
      <p className="t2">
        {text.check} {text.recorded}
      </p>
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.failed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      {report === null ? null : <Made report={report} />}
      {busy && job === undefined ? (
        <p role="status" className="t2">
          {text.printing}
        </p>
      ) : null}
      {readOnly || job !== undefined ? null : (
        <Check label={text.leaveOut} checked={without} onChange={setWithout} />
      )}
      {job === undefined ? (
        <div className="row report-buttons">
          {readOnly ? null : (
            <Button
              look="primary"
              big
              icon={IconFileText}
              aria-disabled={busy}
              onClick={() => void makeDocument('report', without)}
            >
              {text.make}
            </Button>
          )}
          <Button icon={IconPrinter} aria-disabled={busy} onClick={() => void makeDocument('plan')}>
            {text.plan}
          </Button>
          <Button icon={IconPrinter} aria-disabled={busy} onClick={() => void makeDocument('owner')}>
            {text.owner}
          </Button>
        </div>
      ) : (
        <CopyProgress job={job} doing={job.name} where="" />
      )}
    </section>
  );
}

function Made({ report }: { readonly report: SavedReport }) {
  const text = en.review.document;
  const { path, sha256, sentence, ok } = report;
  return (
    <Notice tone={ok ? 'ok' : 'warn'} title={ok ? text.ready : text.problems}>
      <p className="share-path">{visibleName(path)}</p>
      <p>{sentence}</p>
      <dl className="kv share-facts">
        <HashFact label={text.hash} hex={sha256} copyLabel={text.copyHash} />
      </dl>
    </Notice>
  );
}
