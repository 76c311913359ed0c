import type { NoticeRecipient } from '../../../src-main/contract/notice.ts';
import { copyMessage, openNotifyForm, recordDraft, saveMessage, useNotify } from '../../state/notify.ts';
import { askSent } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconCopy, IconDownload, IconMail, IconMessage2, IconPencil, IconQrcode } from '../../ui/icons.ts';
import { useKeys } from '../../ui/keyboard.ts';
import { Menu } from '../../ui/menu.tsx';

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
            title={en.caseFrame.ctrl('S')}
            onClick={() => void saveMessage()}
          >
            {text.save}
          </Button>
        </>
      ) : null}
      <Button icon={IconQrcode} aria-disabled={off} onClick={() => (off ? undefined : openNotifyForm('qr'))}>
        {text.qr}
      </Button>
      <Button
        icon={IconCopy}
        aria-disabled={off}
        title={en.caseFrame.ctrl('Shift C')}
        onClick={() => void copyMessage()}
      >
        {text.copy}
      </Button>
      {writable ? (
        <Menu
          label={text.more}
          items={[
            { label: text.drafted, icon: IconPencil, onChoose: () => void recordDraft() },
            { label: text.answered, icon: IconMessage2, onChoose: () => openNotifyForm('answered') },
          ]}
        />
      ) : null}
    </div>
  );
}
