import type { StandardMade } from '../../../src-main/contract/standard.ts';
import { kindName } from '../../format/entry-words.ts';
import { errorWords } from '../../format/error-words.ts';
import { count, size } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { useJobs } from '../../state/jobs.ts';
import { chooseTlp, makeStandard, useShareStandard } from '../../state/share-standard.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconFileText } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { CopyProgress } from './copy-progress.tsx';
import { HashFact } from './hash-fact.tsx';

const LEVELS = ['white', 'green', 'amber', 'red'] as const;

/** The record in the terms of a standard, for tools that are not ours. */
export function StandardForm() {
  const text = en.shareStandard;
  const { made, error, tlp } = useShareStandard();
  const job = useJobs((state) => state.jobs.find((running) => running.kind === 'share.standard'));
  return (
    <section className="share-form case-file" aria-labelledby="standard-title">
      <h2 id="standard-title">{text.title}</h2>
      <p className="t2">{text.text}</p>
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.failed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      {made === null ? null : <Made made={made} />}
      {job === undefined ? (
        <>
          <div className="standard-format">
            <Button icon={IconFileText} onClick={() => void makeStandard('case-uco')}>
              {text.caseUco}
            </Button>
            <span className="meta">{text.caseUcoHint}</span>
            <Button icon={IconFileText} onClick={() => void makeStandard('stix')}>
              {text.stix}
            </Button>
            <span className="meta">{text.stixHint}</span>
          </div>
          <div className="row">
            <span className="label">{text.tlp}</span>
            <Segmented
              label={text.tlp}
              value={tlp}
              options={LEVELS.map((level) => ({ value: level, label: text.levels[level] }))}
              onChange={chooseTlp}
            />
          </div>
        </>
      ) : (
        <CopyProgress job={job} doing={text.making} where={job.name} />
      )}
    </section>
  );
}

function Made({ made }: { readonly made: StandardMade }) {
  const text = en.shareStandard;
  const { path, format, exhibits, entries, written, leftOut, tlp, sha256 } = made;
  const kinds = Object.entries(leftOut.kinds).map(([kind, n]) => `${kindName(kind)} ${count(n)}`);
  return (
    <Notice tone="ok" role="status" title={text.ready[format]}>
      <p className="share-path">{visibleName(path)}</p>
      <dl className="kv share-facts">
        <dt>{text.content}</dt>
        <dd className="num">
          {text.contentIn(
            count(written),
            count(entries),
            en.caseFrame.exhibitsCount(count(exhibits)),
            size(made.size),
          )}
        </dd>
        {tlp === null ? null : (
          <>
            <dt>{text.marked}</dt>
            <dd>{text.levels[tlp]}</dd>
          </>
        )}
        <dt>{text.leftOut}</dt>
        <dd>
          {leftOut.entries === 0
            ? text.nothing
            : text.leftOutIn(text.entries(count(leftOut.entries)), kinds.join(', '))}
        </dd>
        {leftOut.withheld === 0 ? null : (
          <>
            <dt>{text.withheld}</dt>
            <dd>{text.withheldIn(text.fields(count(leftOut.withheld)))}</dd>
          </>
        )}
        <HashFact label={text.hash} hex={sha256} copyLabel={text.copyHash} />
      </dl>
    </Notice>
  );
}
