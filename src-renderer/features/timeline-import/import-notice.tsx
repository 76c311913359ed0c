import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { showSection } from '../../state/case.ts';
import { selectExhibit } from '../../state/evidence.ts';
import { dismissImport, openAgain, useImport } from '../../state/timeline-import.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Notice } from '../../ui/notice.tsx';
import { NotTakenList } from './not-taken-list.tsx';

function seeExhibit(exhibit: string): void {
  showSection('evidence');
  selectExhibit(exhibit);
}

/** How the last import ended: stays above the timeline until it is read. */
export function ImportNotice() {
  const text = en.timelineImport;
  const done = useImport((state) => state.done);
  const failed = useImport((state) => state.failed);
  if (failed !== null) {
    return (
      <Notice
        tone={failed.error.code === 'cancelled' ? 'info' : 'danger'}
        role="alert"
        className="screen-notice"
        title={text.failed}
        actions={
          <>
            <Button onClick={openAgain}>{text.again}</Button>
            <Button look="quiet" onClick={dismissImport}>
              {text.close}
            </Button>
          </>
        }
      >
        {errorWords(failed.error)} {text.failedHint} <ErrorCode code={failed.error.code} />
      </Notice>
    );
  }
  if (done === null) return null;
  return (
    <Notice
      tone={done.notTaken.length === 0 ? 'ok' : 'warn'}
      role="status"
      className="screen-notice"
      title={text.done(count(done.taken), count(done.rows), done.exhibit)}
      actions={
        <>
          <Button onClick={() => seeExhibit(done.exhibit)}>{en.evidence.detail(done.exhibit)}</Button>
          <Button look="quiet" onClick={dismissImport}>
            {text.close}
          </Button>
        </>
      }
    >
      <NotTakenList rows={done.notTaken} all={done.notTaken.length} />
    </Notice>
  );
}
