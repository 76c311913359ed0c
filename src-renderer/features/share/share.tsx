import { useEffect } from 'react';
import { suggestCopyWords, useShare } from '../../state/share.ts';
import { en } from '../../strings/en.ts';
import { CopyDone } from './copy-done.tsx';
import { CopyForm } from './copy-form.tsx';
import './share.css';

/** How does somebody else get this record? */
export function Share() {
  const made = useShare((state) => state.made);
  useEffect(() => {
    if (useShare.getState().words.length === 0) void suggestCopyWords();
  }, []);
  return (
    <>
      <div className="head">
        <h1 id="screen-heading">{en.share.title}</h1>
        <span className="meta">{en.share.copy}</span>
      </div>
      <div className="body share">{made === null ? <CopyForm /> : <CopyDone made={made} />}</div>
    </>
  );
}
