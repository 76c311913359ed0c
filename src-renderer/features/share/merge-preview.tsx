import { useEffect, useRef } from 'react';
import type { Preview } from '../../../src-main/contract/merge.ts';
import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { fileName } from '../../format/path.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { useCase, useShownZone } from '../../state/case.ts';
import { useJobs } from '../../state/jobs.ts';
import { anotherFile, takeCopyIn, useMerge } from '../../state/merge.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconGitMerge } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { CopyProgress } from './copy-progress.tsx';
import { ForkNotice } from './fork-notice.tsx';
import { PreviewAuthors } from './preview-authors.tsx';
import { PreviewClocks } from './preview-clocks.tsx';
import { PreviewConflicts } from './preview-conflicts.tsx';
import { PreviewExhibits } from './preview-exhibits.tsx';
import { PreviewKinds } from './preview-kinds.tsx';
import { ProblemNotice } from './problem-notice.tsx';

/** What the main button does; null where there is nothing to take. */
function takeWords({ entries, stored, forks, problems }: Preview): string | null {
  const text = en.merge.preview;
  if (problems.length > 0) return null;
  if (entries > 0) return text.take(count(entries));
  if (stored.exhibits > 0) return text.takeBytes;
  return forks.length > 0 ? text.takeForks : null;
}

function Verdict({ preview }: { readonly preview: Preview }) {
  const text = en.merge.preview;
  const { entries, stored, forks, onlyHere } = preview;
  const here = onlyHere === 0 ? '' : `${text.onlyHere(count(onlyHere))}.`;
  const title =
    entries > 0
      ? text.sound
      : stored.exhibits > 0
        ? text.onlyBytes
        : forks.length > 0
          ? text.onlyForks
          : text.nothing;
  return (
    <Notice tone={entries > 0 ? 'ok' : 'info'} role="status" title={title}>
      {text.nothingYet} {here}
    </Notice>
  );
}

function Branches({ branches }: Pick<Preview, 'branches'>) {
  const text = en.merge.preview;
  const zone = useShownZone();
  if (branches.length === 0) return null;
  return (
    <section className="col" aria-labelledby="preview-branches">
      <h2 id="preview-branches">{text.branches}</h2>
      <ul>
        {branches.map(({ from, recorded, text: words, entries }) => (
          <li key={from} className="num t2 branch-line">
            {text.branch(
              count(entries),
              fullTime(new Date(recorded), zone, 'second'),
              visibleText(words.slice(0, WORDS)),
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Characters that name an entry. */
const WORDS = 80;

/** What the other copy would bring, before anything is changed, and the choice to take it in or to leave it. */
export function MergePreview({ preview }: { readonly preview: Preview }) {
  const text = en.merge.preview;
  const path = useMerge((state) => state.path) ?? '';
  const error = useMerge((state) => state.error);
  const readOnly = useCase((state) => state.info?.readOnly ?? true);
  const job = useJobs((state) => state.jobs.find(({ kind }) => kind === 'record.merge'));
  const take = takeWords(preview);
  // The form that had the focus is gone; nothing is taken in by one Enter too many.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="share-form wide" aria-labelledby="merge-preview">
      <div className="row">
        <h2 id="merge-preview" ref={heading} tabIndex={-1}>
          {text.label}
        </h2>
        <span className="meta right clip" title={visibleName(path)}>
          {en.merge.from(visibleName(fileName(path)))}
        </span>
      </div>
      <ProblemNotice problems={preview.problems} title={text.refused}>
        {en.merge.done.refusedHint}
      </ProblemNotice>
      {preview.problems.length > 0 ? null : <Verdict preview={preview} />}
      <ForkNotice forks={preview.forks} advice />
      <div className="share-pair">
        <div className="col preview-part">
          <PreviewKinds kinds={preview.kinds} first={preview.first} last={preview.last} />
          <PreviewClocks clocks={preview.clocks} />
          <Branches branches={preview.branches} />
        </div>
        <PreviewAuthors authors={preview.authors} />
      </div>
      <PreviewConflicts conflicts={preview.conflicts} />
      <PreviewExhibits
        exhibits={preview.exhibits}
        exhibitsInAll={preview.exhibitsInAll}
        stored={preview.stored}
      />
      {error === null ? null : (
        <Notice
          tone={error.code === 'cancelled' ? 'info' : 'danger'}
          role="alert"
          title={en.merge.mergeFailed}
          actions={
            error.code === 'older-than-seen' ? (
              <Button onClick={() => void takeCopyIn(true)}>{en.merge.older}</Button>
            ) : undefined
          }
        >
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      {job === undefined ? (
        <div className="row preview-choice">
          {take === null || readOnly ? null : (
            <Button look="primary" big icon={IconGitMerge} onClick={() => void takeCopyIn(false)}>
              {take}
            </Button>
          )}
          <Button onClick={anotherFile}>{text.leave}</Button>
          {take !== null && readOnly ? <span className="t2">{text.readOnly}</span> : null}
        </div>
      ) : (
        <CopyProgress job={job} doing={en.merge.merging} where={en.merge.from(job.name)} />
      )}
    </section>
  );
}
