import { Fragment, useState } from 'react';
import { NOT_KNOWN } from '../../../src-main/domain/plan/fill-template.ts';
import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { visibleText } from '../../format/visible.ts';
import { copyText } from '../../state/clipboard.ts';
import { changeMessage, useNotify } from '../../state/notify.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Hash } from '../../ui/hash.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { WordFindings } from './word-findings.tsx';

/** The text with its gaps marked. */
function Marked({ body }: { readonly body: string }) {
  const parts = visibleText(body).split(NOT_KNOWN);
  return (
    <p className="message-text" dir="auto">
      {parts.map((part, at) => (
        <Fragment key={at}>
          {at === 0 ? null : <mark className="gap">{NOT_KNOWN}</mark>}
          {part}
        </Fragment>
      ))}
    </p>
  );
}

/** The text as it will be sent, its hash, and what in it may not be meant to be said. */
export function MessagePreview({ id, writable }: { readonly id: string; readonly writable: boolean }) {
  const message = useNotify((state) => state.message);
  const error = useNotify((state) => state.messageError);
  const typed = useNotify((state) => state.changed[id]?.body);
  const [editing, setEditing] = useState(false);
  const text = en.notify;
  const shown = message?.recipient === id ? message : null;
  return (
    <aside className="pane message-preview" data-region aria-label={text.preview}>
      <div className="pane-section row">
        <h2>{text.preview}</h2>
        {shown === null ? null : (
          <span className="right meta num nowrap">
            {text.characters(count(Array.from(shown.body).length))}
          </span>
        )}
      </div>
      <div className="pane-section col message-body">
        {error === null ? null : (
          <Notice tone="danger" role="alert" title={text.notReady}>
            {errorWords(error)} <ErrorCode code={error.code} />
          </Notice>
        )}
        {shown === null ? null : editing ? (
          <TextArea
            label={text.body}
            value={typed ?? shown.body}
            onChange={(body) => changeMessage(id, { body })}
            autoFocus
          />
        ) : (
          <Marked body={shown.body} />
        )}
        {writable && shown !== null ? (
          <Button look="quiet" onClick={() => setEditing(!editing)}>
            {editing ? text.editDone : text.edit}
          </Button>
        ) : null}
      </div>
      {shown === null || error !== null ? null : (
        <div className="pane-section col">
          <WordFindings findings={shown.findings} />
          <p className="meta">{text.sha}</p>
          <Hash
            hex={shown.textSha256}
            copyLabel={text.shaCopy}
            onCopy={(hex) => void copyText(hex, text.shaCopied)}
          />
        </div>
      )}
    </aside>
  );
}
