import { useState } from 'react';
import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { askRemark, dismissPinned, pinRows, useLogPin } from '../../state/log-pin.ts';
import { openEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

/** What was pinned, with the way to it, or why it was not. */
export function PinNotice() {
  const { done, error } = useLogPin();
  const text = en.logSearch.pin;
  if (error !== null) {
    return (
      <Notice
        tone="danger"
        role="alert"
        className="log-notice"
        title={text.failed}
        actions={<Button onClick={dismissPinned}>{en.common.dismiss}</Button>}
      >
        {errorWords(error)} <ErrorCode code={error.code} />
      </Notice>
    );
  }
  if (done === null) return null;
  return (
    <Notice
      tone="ok"
      role="status"
      className="log-notice"
      title={done.text}
      actions={
        <>
          <Button className="small" onClick={() => void openEntry(done.entry)}>
            {text.show}
          </Button>
          <Button className="small" look="quiet" onClick={dismissPinned}>
            {en.common.dismiss}
          </Button>
        </>
      }
    />
  );
}

function Asked({ rows }: { readonly rows: readonly string[] }) {
  const text = en.logSearch.pin;
  const [remark, setRemark] = useState('');
  const close = (): void => askRemark(null);
  const { busy, error, submit } = useSubmit(async () => pinRows(rows, remark), close);
  return (
    <FormDialog
      title={text.title}
      action={text.action}
      ready={remark.trim() !== ''}
      busy={busy}
      error={error}
      failed={text.failed}
      onSubmit={submit}
      onClose={close}
    >
      <p className="meta">{text.what(count(rows.length))}</p>
      <TextArea label={text.remark} value={remark} onChange={setRemark} autoFocus />
    </FormDialog>
  );
}

/** Why these lines matter, before they are pinned. */
export function PinRemark() {
  const asking = useLogPin((state) => state.asking);
  return asking === null ? null : <Asked rows={asking} />;
}
