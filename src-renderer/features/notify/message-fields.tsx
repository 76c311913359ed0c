import type { NoticeRecipient } from '../../../src-main/contract/notice.ts';
import { visibleText } from '../../format/visible.ts';
import { changeMessage, resetMessage, useNotify } from '../../state/notify.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
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
    <section className="col message-fields" aria-label={text.subject}>
      <div className="two-columns">
        <TextField label={text.to} value={value('to')} onChange={(to) => changeMessage(id, { to })} />
        <TextField label={text.cc} value={value('cc')} onChange={(cc) => changeMessage(id, { cc })} />
      </div>
      <TextField
        label={text.subject}
        value={value('subject')}
        onChange={(subject) => changeMessage(id, { subject })}
      />
      <p className="meta row">
        <span>{text.fromPlan}</span>
        {changed === undefined ? null : (
          <Button look="quiet" onClick={() => resetMessage(id)}>
            {text.back}
          </Button>
        )}
      </p>
      {remark === null ? null : <Notice tone="warn" title={visibleText(remark)} />}
    </section>
  );
}
