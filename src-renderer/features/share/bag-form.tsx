import type { BagMade } from '../../../src-main/contract/bag.ts';
import { errorWords } from '../../format/error-words.ts';
import { count, size } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { useJobs } from '../../state/jobs.ts';
import { makeBag, useShareBag } from '../../state/share-bag.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconPackage } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { CopyProgress } from './copy-progress.tsx';
import { HashFact } from './hash-fact.tsx';

/** The case as a folder that others check without Holdfast. */
export function BagForm() {
  const text = en.shareBag;
  const { made, error } = useShareBag();
  const job = useJobs((state) => state.jobs.find((running) => running.kind === 'share.bag'));
  return (
    <section className="share-form case-file" aria-labelledby="bag-title">
      <h2 id="bag-title">{text.title}</h2>
      <p className="t2">{text.text}</p>
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.failed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      {made === null ? null : <Made made={made} />}
      {job === undefined ? (
        <div className="row">
          <Button icon={IconPackage} onClick={() => void makeBag()}>
            {text.make}
          </Button>
        </div>
      ) : (
        <CopyProgress job={job} doing={text.making} where={job.name} />
      )}
    </section>
  );
}

function Made({ made }: { readonly made: BagMade }) {
  const text = en.shareBag;
  const { path, files, exhibits, damaged, leftOut, sha256 } = made;
  const without = Object.values(leftOut).reduce((sum, n) => sum + n, 0);
  const some = (n: number): string => en.caseFrame.exhibitsCount(count(n));
  return (
    <Notice
      tone={damaged.length === 0 ? 'ok' : 'warn'}
      role="status"
      title={damaged.length === 0 ? text.ready : text.problems}
    >
      <p className="share-path">{visibleName(path)}</p>
      <dl className="kv share-facts">
        <dt>{text.files}</dt>
        <dd className="num">{text.filesIn(count(files), size(made.size), some(exhibits))}</dd>
        {without === 0 ? null : (
          <>
            <dt>{text.leftOut}</dt>
            <dd>{text.leftOutIn(some(without))}</dd>
          </>
        )}
        {damaged.length === 0 ? null : (
          <>
            <dt>{text.damaged}</dt>
            <dd className="mono">{damaged.join(', ')}</dd>
          </>
        )}
        <HashFact label={text.hash} hex={sha256} copyLabel={text.copyHash}>
          <span className="meta">{text.hashHint}</span>
        </HashFact>
      </dl>
    </Notice>
  );
}
