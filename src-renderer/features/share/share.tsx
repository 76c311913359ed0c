import { useEffect } from 'react';
import { loadForks, showTask, useMerge } from '../../state/merge.ts';
import { suggestCopyWords, useShare } from '../../state/share.ts';
import { en } from '../../strings/en.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { BagForm } from './bag-form.tsx';
import { CaseFile } from './case-file.tsx';
import { CompareDone } from './compare-done.tsx';
import { CopyDone } from './copy-done.tsx';
import { CopyForm } from './copy-form.tsx';
import { MergeDone } from './merge-done.tsx';
import { MergePreview } from './merge-preview.tsx';
import { OtherCopy } from './other-copy.tsx';
import { ReportForm } from './report-form.tsx';
import { StandardForm } from './standard-form.tsx';
import { WaitingForks } from './waiting-forks.tsx';
import './share.css';

function Copy() {
  const made = useShare((state) => state.made);
  useEffect(() => {
    if (useShare.getState().words.length === 0) void suggestCopyWords();
  }, []);
  return (
    <>
      {made === null ? <CopyForm /> : <CopyDone made={made} />}
      <CaseFile />
    </>
  );
}

function Merge() {
  const merged = useMerge((state) => state.merged);
  const preview = useMerge((state) => state.preview);
  useEffect(() => void loadForks(), []);
  return (
    <>
      {merged !== null ? (
        <MergeDone merged={merged} />
      ) : preview !== null ? (
        <MergePreview preview={preview} />
      ) : (
        <OtherCopy task="merge" />
      )}
      <WaitingForks />
    </>
  );
}

function Compare() {
  const compared = useMerge((state) => state.compared);
  return compared === null ? <OtherCopy task="compare" /> : <CompareDone compared={compared} />;
}

/** What others read and check without the case file. */
function Documents() {
  return (
    <>
      <ReportForm />
      <BagForm />
      <StandardForm />
    </>
  );
}

const TASKS = { copy: Copy, report: Documents, merge: Merge, compare: Compare } as const;

/** How does somebody else get this record, and how does theirs come back? */
export function Share() {
  const task = useMerge((state) => state.task);
  const Task = TASKS[task];
  const text = en.merge;
  return (
    <>
      <div className="head">
        <h1 id="screen-heading">{en.share.title}</h1>
        <span className="right row">
          <Segmented
            label={text.tabs}
            value={task}
            options={[
              { value: 'copy', label: text.copy },
              { value: 'report', label: en.review.document.tab },
              { value: 'merge', label: text.merge },
              { value: 'compare', label: text.compare },
            ]}
            onChange={showTask}
          />
        </span>
      </div>
      <div className="body share">
        <div className="share-column">
          <Task />
        </div>
      </div>
    </>
  );
}
