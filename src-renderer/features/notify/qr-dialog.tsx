import { useState } from 'react';
import { pieces } from '../../format/pieces.ts';
import { openNotifyForm } from '../../state/notify.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { QR_BYTES, QrCode } from '../../ui/qr-code.tsx';

/** The text of a message as QR codes, one large one at a time. */
export function QrDialog({ body }: { readonly body: string }) {
  const text = en.notify.qrForm;
  const all = pieces(body, QR_BYTES);
  const [shown, setShown] = useState(0);
  const at = Math.min(shown, all.length - 1);
  return (
    <Dialog title={text.title} onClose={() => openNotifyForm(null)} size={560}>
      <div className="col qr-dialog">
        <p className="t2">{all.length === 1 ? text.hint : `${text.hint} ${text.several}`}</p>
        <QrCode text={all[at] ?? ''} label={text.label(at + 1, all.length)} />
        {all.length === 1 ? null : (
          <div className="row qr-steps">
            <Button aria-disabled={at === 0} onClick={() => setShown(Math.max(0, at - 1))}>
              {text.before}
            </Button>
            <span className="num b" role="status">
              {text.of(at + 1, all.length)}
            </span>
            <Button
              look="primary"
              aria-disabled={at === all.length - 1}
              onClick={() => setShown(Math.min(all.length - 1, at + 1))}
            >
              {text.next}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}
