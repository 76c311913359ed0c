import type { NoticeRecipient } from '../../../src-main/contract/notice.ts';
import { visibleText } from '../../format/visible.ts';
import { changeMessage, resetMessage, useNotify } from '../../state/notify.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle } from '../../ui/icons.ts';
import { TextField } from '../../ui/text-field.tsx';

/** To, Cc and subject: as the plan has them, or as they were changed for this message. */
export function MessageFields({ recipient }: { readonly recipient: NoticeRecipient }) {
  const { id, remark } = recipient;
  const changed = useNotify((state) => state.changed[id]);
  const message = useNotify((state) => state.message);
  const text = en.notify;
  const planned = message?.recipient === id ? message : null;
  const value = (part: 'to' | 'cc' | 'subject'): string => {
    const typed = changed?.[part];
    if (typed !== undefined) return typed;
    if (planned === null) return '';
    return part === 'subject' ? planned.subject : planned[part].join(', ');
  };
  return (
    <section className="message-fields" aria-label={text.subject}>
      <div className="message-line">
        <TextField label={text.to} value={value('to')} onChange={(to) => changeMessage(id, { to })} />
        {changed === undefined ? (
          <span className="meta">{text.fromPlan}</span>
        ) : (
          <button type="button" className="link" onClick={() => resetMessage(id)}>
            {text.back}
          </button>
        )}
      </div>
      <div className="message-line">
        <TextField label={text.cc} value={value('cc')} onChange={(cc) => changeMessage(id, { cc })} />
      </div>
      <div className="message-line">
        <TextField
          label={text.subject}
          value={value('subject')}
          onChange={(subject) => changeMessage(id, { subject })}
        />
      </div>
      {remark === null ? null : (
        <p className="message-remark warn-text">
          <Ic of={IconAlertTriangle} size={14} /> {visibleText(remark)}
        </p>
      )}
    </section>
  );
}
