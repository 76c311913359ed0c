import { preview } from '../../format/cut.ts';
import { visibleText } from '../../format/visible.ts';
import { copyText } from '../../state/clipboard.ts';
import { unsavedText, useNoteLine } from '../../state/note-line.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconCopy } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';

/** The engine ended by itself. What was typed and not saved is still here, in memory. */
export function KeptText({ reason }: { readonly reason: string }) {
  const text = en.start.unlock;
  const kept = useNoteLine(unsavedText);
  return (
    <div className="col kept">
      <Notice tone="warn" role="alert" title={text.engineEnded}>
        {text.engineEndedHint} <span className="meta select">{visibleText(reason)}</span>
      </Notice>
      {kept === '' ? null : (
        <div className="kept-text">
          <div className="row">
            <span className="label">{text.keptText}</span>
            <Button
              look="quiet"
              className="small right"
              icon={IconCopy}
              onClick={() => void copyText(kept, en.common.copied)}
            >
              {en.common.copyText}
            </Button>
          </div>
          <pre className="raw">{visibleText(preview(kept, 8, 1000).text)}</pre>
        </div>
      )}
    </div>
  );
}
