import { useState } from 'react';
import type { NoticeRecipient } from '../../../src-main/contract/notice.ts';
import { addressesIn } from '../../format/addresses.ts';
import { visibleName } from '../../format/visible.ts';
import { openNotifyForm, selectRecipient, useNotify } from '../../state/notify.ts';
import { saveNotice, saveRecipient } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { WhyDialog } from '../../ui/why-dialog.tsx';
import { QrDialog } from './qr-dialog.tsx';

const close = (): void => openNotifyForm(null);
const NEEDED = ['needed', 'not-needed', 'undecided'] as const;

function AddForm() {
  const text = en.notify.addForm;
  const [name, setName] = useState('');
  const [to, setTo] = useState('');
  const [why, setWhy] = useState('');
  const { busy, error, submit } = useSubmit(
    async () => saveRecipient({ name: name.trim(), why: why.trim(), to: addressesIn(to) }, text.done),
    () => selectRecipient(name.trim()),
  );
  return (
    <FormDialog
      title={text.title}
      action={text.save}
      ready={name.trim() !== '' && why.trim() !== ''}
      busy={busy}
      error={error}
      failed={en.plan.failed}
      onSubmit={submit}
      onClose={close}
    >
      <p className="t2">{text.hint}</p>
      <TextField label={text.name} value={name} onChange={setName} required autoFocus />
      <TextField label={text.to} value={to} onChange={setTo} help={text.toHint} />
      <TextField label={text.why} value={why} onChange={setWhy} required />
    </FormDialog>
  );
}

function NeededForm({ recipient }: { readonly recipient: NoticeRecipient }) {
  const text = en.notify.neededForm;
  const [event, setEvent] = useState<(typeof NEEDED)[number]>('needed');
  const [why, setWhy] = useState('');
  const { busy, error, submit } = useSubmit(
    async () => saveNotice({ recipient: recipient.id, event, why: why.trim() }, text.done),
    close,
  );
  return (
    <FormDialog
      title={en.notify.needed}
      action={text.save}
      ready={why.trim() !== ''}
      busy={busy}
      error={error}
      failed={en.plan.failed}
      onSubmit={submit}
      onClose={close}
    >
      <SelectField
        label={visibleName(recipient.title)}
        value={event}
        options={NEEDED.map((value) => ({ value, label: en.notify.neededValues[value] }))}
        onChange={(next) => setEvent(NEEDED.find((one) => one === next) ?? 'undecided')}
        autoFocus
      />
      <TextField label={text.why} value={why} onChange={setWhy} required />
    </FormDialog>
  );
}

function AnswerForm({ recipient }: { readonly recipient: NoticeRecipient }) {
  const text = en.notify.answerForm;
  const [message, setMessage] = useState('');
  const [at, setAt] = useState('');
  const { busy, error, submit } = useSubmit(
    async () =>
      saveNotice(
        {
          recipient: recipient.id,
          event: 'answered',
          message: message.trim(),
          ...(at.trim() === '' ? {} : { at: at.trim() }),
        },
        text.done,
      ),
    close,
  );
  return (
    <FormDialog
      title={text.title}
      action={text.save}
      ready={message.trim() !== ''}
      busy={busy}
      error={error}
      failed={en.plan.failed}
      onSubmit={submit}
      onClose={close}
    >
      <p className="b">{visibleName(recipient.title)}</p>
      <TextArea label={text.message} value={message} onChange={setMessage} required autoFocus />
      <TextField label={en.plan.doneForm.at} value={at} onChange={setAt} help={en.plan.doneForm.atHint} />
    </FormDialog>
  );
}

/** The form that is open over the screen. */
export function NotifyForms({ recipient }: { readonly recipient: NoticeRecipient | null }) {
  const form = useNotify((state) => state.form);
  const body = useNotify((state) => state.message?.body);
  const text = en.notify.declineForm;
  if (form === 'add') return <AddForm />;
  if (recipient === null) return null;
  switch (form) {
    case 'needed':
      return <NeededForm recipient={recipient} />;
    case 'answered':
      return <AnswerForm recipient={recipient} />;
    case 'qr':
      return body === undefined ? null : <QrDialog body={body} />;
    case 'declined':
      return (
        <WhyDialog
          title={text.title}
          action={text.save}
          failed={en.plan.failed}
          why={text.why}
          whyExample=""
          work={async (why) => saveNotice({ recipient: recipient.id, event: 'declined', why }, text.done)}
          onClose={close}
        >
          <p className="b">{visibleName(recipient.title)}</p>
          <p className="t2">{text.hint}</p>
        </WhyDialog>
      );
    case null:
      return null;
  }
}
