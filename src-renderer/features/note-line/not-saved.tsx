import { preview } from '../../format/cut.ts';
import { visibleText } from '../../format/visible.ts';
import { errorWords } from '../../format/error-words.ts';
import { copyText } from '../../state/clipboard.ts';
import { openCourseForm } from '../../state/course.ts';
import { draftChanged } from '../../state/draft.ts';
import { useNoteLine } from '../../state/note-line.ts';
import { retryFailed } from '../../state/save-note.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconCopy, IconRefresh } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';

/** Above the line until it is settled: what was not saved, why, and the text itself. */
export function NotSaved({ onRetry }: { readonly onRetry: () => void }) {
  const failed = useNoteLine((state) => state.failed);
  const unconfirmed = useNoteLine((state) => state.unconfirmed);
  const first = failed[0];
  if (first === undefined) {
    return unconfirmed ? <Notice tone="warn" title={en.noteLine.unconfirmed} className="not-saved" /> : null;
  }
  const { error } = first;
  const aboutTime = /^(?:time|zone)-/.test(error.code);
  const elsewhere = failed.filter((entry) => !entry.inLine);
  const retry = (withoutTime: boolean): void => {
    retryFailed(withoutTime);
    onRetry();
  };
  const dismiss = (): void => {
    useNoteLine.setState({ failed: [] });
    draftChanged();
    onRetry();
  };
  return (
    <Notice
      tone="danger"
      role="alert"
      className="not-saved"
      title={failed.length === 1 ? en.noteLine.notSaved : en.noteLine.notSavedMany(failed.length)}
      actions={
        <>
          <Button icon={IconRefresh} onClick={() => retry(false)}>
            {en.common.tryAgain}
          </Button>
          {error.code === 'case-sealed' ? (
            <Button onClick={() => openCourseForm('unseal')}>{en.facts.seal.unsealButton}</Button>
          ) : null}
          {aboutTime ? <Button onClick={() => retry(true)}>{en.noteLine.withoutTime}</Button> : null}
          <Button
            look="quiet"
            icon={IconCopy}
            onClick={() =>
              void copyText(failed.map((entry) => entry.note.text).join('\n\n'), en.common.copied)
            }
          >
            {en.common.copyText}
          </Button>
          <Button look="quiet" onClick={dismiss}>
            {en.common.dismiss}
          </Button>
        </>
      }
    >
      {errorWords(error)} {en.noteLine.kept} <ErrorCode code={error.code} />
      {elsewhere.map((entry) => (
        <pre key={entry.note.id} className="raw not-saved-text">
          {visibleText(preview(entry.note.text, 3, 400).text)}
        </pre>
      ))}
    </Notice>
  );
}
