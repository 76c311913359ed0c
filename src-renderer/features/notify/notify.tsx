import { useEffect } from 'react';
import { errorWords } from '../../format/error-words.ts';
import { visibleName } from '../../format/visible.ts';
import { useCase } from '../../state/case.ts';
import { loadNotices, openNotifyForm, shownRecipient, useNotify } from '../../state/notify.ts';
import { usePlan } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconMail, IconScale } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { MessageFacts } from './message-facts.tsx';
import { MessageFields } from './message-fields.tsx';
import { MessagePreview } from './message-preview.tsx';
import { NoticeClock } from './notice-clock.tsx';
import { NoticeHistory } from './notice-history.tsx';
import { NotifyActions } from './notify-actions.tsx';
import { NotifyForms } from './notify-forms.tsx';
import { RecipientList } from './recipient-list.tsx';
import './notify.css';

/** Is everybody told in time, with what words? Nothing is sent from here. */
export function Notify() {
  const { recipients, error, saveError } = useNotify();
  const recipient = useNotify(shownRecipient);
  const deadline = usePlan(({ deadlines }) => deadlines.find((one) => one.recipient === recipient?.id));
  const writable = useCase(({ info }) => info !== null && !info.readOnly && !info.sealed);
  const text = en.notify;
  useEffect(() => void loadNotices(), []);
  const undone = recipient !== null && recipient.state !== 'sent' && recipient.state !== 'declined';
  return (
    <>
      <div className="head">
        <h1 id="screen-heading">{text.title}</h1>
        <span className="meta clip" title={text.hint}>
          {text.hint}
        </span>
        {writable && undone ? (
          <span className="right row">
            {recipient.need === 'if-needed' ? (
              <Button look="quiet" icon={IconScale} onClick={() => openNotifyForm('needed')}>
                {text.decide}
              </Button>
            ) : null}
            <Button
              look="quiet"
              title={text.decline(visibleName(recipient.title))}
              onClick={() => openNotifyForm('declined')}
            >
              <span className="notify-decline">{text.decline(visibleName(recipient.title))}</span>
            </Button>
          </span>
        ) : null}
      </div>
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.loadFailed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      {recipients === null ? null : (
        <div className="body">
          <RecipientList recipients={recipients} shown={recipient?.id ?? null} writable={writable} />
          {recipient === null ? (
            <Empty icon={IconMail} title={text.none} hint={text.noneHint} />
          ) : (
            <>
              <div className="notify-main" data-region>
                <div className="notify-scroll">
                  <NoticeClock recipient={recipient} deadline={deadline} />
                  <MessageFields recipient={recipient} />
                  <MessageFacts id={recipient.id} writable={writable} />
                  <NoticeHistory recipient={recipient} />
                </div>
                {saveError === null ? null : (
                  <Notice tone="danger" role="alert" title={text.saveFailed}>
                    {errorWords(saveError)} <ErrorCode code={saveError.code} />
                  </Notice>
                )}
                <NotifyActions recipient={recipient} writable={writable} />
              </div>
              <MessagePreview key={recipient.id} id={recipient.id} writable={writable} />
            </>
          )}
        </div>
      )}
      <NotifyForms recipient={recipient} />
    </>
  );
}
