import type { NoticeRecipient } from '../../../src-main/contract/notice.ts';
import { copyMessage, openNotifyForm, saveMessage, useNotify } from '../../state/notify.ts';
import { askSent, saveNotice } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconCopy, IconDownload, IconMail, IconMessage2, IconPencil, IconQrcode } from '../../ui/icons.ts';
import { useKeys } from '../../ui/keyboard.ts';

interface Props {
  readonly recipient: NoticeRecipient;
  readonly writable: boolean;
}

/** What can be done with the message. None of it sends anything. */
export function NotifyActions({ recipient, writable }: Props) {
  const message = useNotify((state) => state.message);
  const failed = useNotify((state) => state.messageError !== null);
  const { id } = recipient;
  const text = en.notify;
  const off = failed || message?.recipient !== id;
  useKeys({
    'mod+s': () => (writable && !off ? void saveMessage() : undefined),
    'mod+shift+c': () => (off ? undefined : void copyMessage()),
  });
  const recordDraft = (): void => {
    if (off || message === null) return;
    const { to, cc, subject, body, textSha256: sha256 } = message;
    const said = { recipient: id, event: 'drafted' as const, to, cc, subject, message: body, sha256 };
    void saveNotice(said, text.draftedDone);
  };
  return (
    <div className="row notify-actions">
      {writable ? (
        <>
          <Button look="primary" icon={IconMail} onClick={() => askSent(id)}>
            {text.sent}
          </Button>
          <Button
            icon={IconDownload}
            aria-disabled={off}
            keys={['Ctrl S']}
            onClick={() => void saveMessage()}
          >
            {text.save}
          </Button>
        </>
      ) : null}
      <Button icon={IconQrcode} aria-disabled={off} onClick={() => (off ? undefined : openNotifyForm('qr'))}>
        {text.qr}
      </Button>
      <Button icon={IconCopy} aria-disabled={off} title="Ctrl Shift C" onClick={() => void copyMessage()}>
        {text.copy}
      </Button>
      {writable ? (
        <>
          <Button look="quiet" icon={IconPencil} aria-disabled={off} onClick={recordDraft}>
            {text.drafted}
          </Button>
          <Button look="quiet" icon={IconMessage2} onClick={() => openNotifyForm('answered')}>
            {text.answered}
          </Button>
        </>
      ) : null}
    </div>
  );
}
